import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  RenderError,
  type RepositoryFile,
} from '@plumbline/backstage-plugin-plumbline-node';
import { Slots } from '../../../concurrency/Slots';
import { findProgram } from './findProgram';
import { detectIsolation, type Isolation } from './Isolation';
import { runProcess, type ProcessOutcome } from './runProcess';
import { Workspace } from './Workspace';

/** Bounds of one program. */
export interface SandboxLimits {
  /** Milliseconds. */
  timeout: number;
  outputBytes: number;
  /** Renders that run at once. */
  concurrency: number;
}

/**
 * Runs a program on the files.
 *
 * @param args - made of the absolute path of the tree
 */
export type RunProgram = (
  program: string,
  args: (source: string) => string[],
) => Promise<SandboxResult>;

/** What a program said that ended by itself. */
export interface SandboxResult {
  isDone: boolean;
  stdout: string;
  stderr: string;
}

/**
 * Runs programs on files that others wrote: in a fresh folder, with an environment of its own, without network where
 * the platform allows it, and bounded in time, memory and output.
 */
export class Sandbox {
  readonly #limits: SandboxLimits;
  readonly #logger: LoggerService;
  readonly #slots: Slots;
  readonly #searchPath: string | undefined;
  readonly #folder: string;
  readonly #closed = new AbortController();
  #isolation?: Promise<Isolation>;

  constructor(options: {
    limits: SandboxLimits;
    logger: LoggerService;
    /** As in PATH: where programs are looked for. */
    searchPath: string | undefined;
    /** Where temporary folders are made. */
    folder: string;
  }) {
    this.#limits = options.limits;
    this.#logger = options.logger;
    this.#searchPath = options.searchPath;
    this.#folder = options.folder;
    this.#slots = new Slots(options.limits.concurrency);
  }

  /** @returns the absolute path of an installed program, or undefined */
  find(name: string): Promise<string | undefined> {
    return findProgram(name, this.#searchPath);
  }

  /**
   * Writes a tree, lets programs run on it, and removes it in all cases.
   *
   * @throws RenderError when a program exceeds its bounds
   */
  async open<T>(
    files: readonly RepositoryFile[],
    use: (run: RunProgram) => Promise<T>,
  ): Promise<T> {
    return this.#slots.run(async () => {
      const workspace = await Workspace.create(this.#folder, files);
      try {
        return await use((program, args) =>
          this.#run(workspace, program, args(workspace.source)),
        );
      } finally {
        await workspace.remove();
      }
    });
  }

  /** Ends all programs that run; later ones end at once. */
  close(): void {
    this.#closed.abort();
  }

  async #run(
    workspace: Workspace,
    program: string,
    args: string[],
  ): Promise<SandboxResult> {
    const { timeout, outputBytes } = this.#limits;
    const { prefix } = await this.#isolated();
    const [first, ...rest] = [...prefix, program, ...args];
    const outcome = await runProcess({
      command: [first, ...rest],
      cwd: workspace.home,
      env: environmentOf(workspace),
      timeout,
      maxOutputBytes: outputBytes,
      signal: this.#closed.signal,
    });
    return resultOf(outcome, this.#limits);
  }

  /** What failed once is tried again: the temporary folder may be full for a while. */
  async #isolated(): Promise<Isolation> {
    this.#isolation ??= this.#prepare();
    try {
      return await this.#isolation;
    } catch (error) {
      this.#isolation = undefined;
      throw error;
    }
  }

  /** Once, before the first program runs. */
  async #prepare(): Promise<Isolation> {
    const cpuSeconds = Math.ceil(this.#limits.timeout / 1000) * 2;
    const left = await Workspace.removeLeftovers(this.#folder);
    if (left.length > 0) {
      this.#logger.warn(
        `Folders of earlier renders belong to another user and were not removed: ${left.join(
          ', ',
        )}`,
      );
    }
    const isolation = await detectIsolation(this.#searchPath, cpuSeconds);
    if (isolation.hasNetwork || !isolation.hasMemoryCap) {
      const missing = [
        isolation.hasNetwork && 'a network namespace (unshare)',
        !isolation.hasMemoryCap && 'a memory limit (prlimit)',
      ].filter(part => part !== false);
      this.#logger.warn(
        `Kustomize and Helm run without ${missing.join(
          ' and ',
        )}, which this platform does not offer; what is refused before they run still is`,
      );
    }
    return isolation;
  }
}

/** Nothing of the backend's own environment: no credentials, no proxies, no kubeconfig, no programs to call. */
function environmentOf({ home }: Workspace): Record<string, string> {
  return {
    HOME: home,
    TMPDIR: home,
    PATH: '',
    LANG: 'C',
    XDG_CACHE_HOME: `${home}/cache`,
    XDG_CONFIG_HOME: `${home}/config`,
    XDG_DATA_HOME: `${home}/data`,
    HELM_PLUGINS: `${home}/plugins`,
    GOMEMLIMIT: '768MiB',
  };
}

function resultOf(
  outcome: ProcessOutcome,
  limits: SandboxLimits,
): SandboxResult {
  switch (outcome.kind) {
    case 'exited':
      return {
        isDone: outcome.code === 0,
        stdout: outcome.stdout,
        stderr: outcome.stderr,
      };
    case 'timed-out':
      throw new RenderError(
        `Rendering takes longer than ${
          limits.timeout / 1000
        } seconds; simplify it or raise plumbline.git.renderers.timeout`,
      );
    case 'output-too-large':
      throw new RenderError(
        `Rendering yields more than ${limits.outputBytes} bytes; point the annotation at a smaller folder or raise plumbline.git.renderers.outputBytes`,
      );
    case 'aborted':
      throw new RenderError('Rendering was ended because the backend stops');
    default:
      throw new RenderError(
        'Rendering was ended by the system: it needs too much memory or processor time',
      );
  }
}
