import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ControlPlane } from '../cluster/ControlPlane';
import { CommandOptions, CommandResult } from '../cluster/runCommand';
import { PACKAGE_FOLDER } from '../repositoryFolders';
import { FileTree } from './History';
import { Step, StoryChapter } from './Story';
import { argoSyncDocument } from './argoSync';
import { splitCommandLine } from './commandLine';

/**
 * A chapter as it was played.
 *
 * @internal
 */
export interface PlayedChapter {
  name: string;
  audited: boolean;
  /** A whole second; the chapter lasts until the next one begins. */
  startedAt: string;
  endedAt: string;
  commands: {
    user: string;
    command: string;
    startedAt: string;
    endedAt: string;
    code: number;
  }[];
}

/** Who waits: a node, since the audit policy leaves out what nodes read. */
const BYSTANDER = 'node';

/** kubectl reads quotes only where there is a space: so a folder's name may have one. */
const EDITOR = `env '${path.join(PACKAGE_FOLDER, 'kubectl', 'editor.cjs')}'`;

/** What controllers still do when the last command has returned belongs to the chapter. */
const SETTLE_MS = 2500;

/**
 * Plays the steps of a story on a control plane.
 *
 * @internal
 */
export class StoryPlayer {
  readonly #plane: ControlPlane;
  readonly #folder: string;
  readonly #log: (line: string) => void;

  constructor(options: {
    plane: ControlPlane;
    /** The repository's files: where commands run. */
    folder: string;
    log: (line: string) => void;
  }) {
    this.#plane = options.plane;
    this.#folder = options.folder;
    this.#log = options.log;
  }

  /**
   * Plays one chapter with the repository as `tree`.
   *
   * @throws Error when a command does not end as the story says.
   */
  async play(chapter: StoryChapter, tree: FileTree): Promise<PlayedChapter> {
    await sleep(1000 - (Date.now() % 1000));
    const startedAt = new Date(Math.floor(Date.now() / 1000) * 1000);
    this.#log(`${chapter.name}`);
    const commands: PlayedChapter['commands'] = [];
    for (const step of chapter.steps) {
      const played = await this.#playStep(step, tree);
      if (played) {
        commands.push(played);
      }
    }
    await sleep(SETTLE_MS);
    return {
      name: chapter.name,
      audited: chapter.audited,
      startedAt: startedAt.toISOString(),
      endedAt: new Date().toISOString(),
      commands,
    };
  }

  async #playStep(
    step: Step,
    tree: FileTree,
  ): Promise<PlayedChapter['commands'][number] | undefined> {
    switch (step.does) {
      case 'pause':
        await sleep(step.milliseconds);
        return undefined;
      case 'wait': {
        const result = await this.#kubectl(BYSTANDER, step.command);
        expectCode(step.command, result, false);
        return undefined;
      }
      case 'sync': {
        const manifests = [...tree]
          .filter(([file]) => file.startsWith(`${step.path}/`))
          .map(([, text]) => text);
        const command =
          'kubectl apply --server-side --force-conflicts --field-manager=argocd-controller -f -';
        const result = await this.#kubectl(step.user, command, {
          input: argoSyncDocument(manifests, step.application, step.namespace),
        });
        return this.#told(step.user, command, result, false);
      }
      default: {
        const result = await this.#kubectl(step.user, step.command, {
          input: step.input,
          interruptAfterMs: step.interruptAfterMs,
          env: step.edit && {
            KUBE_EDITOR: EDITOR,
            EDIT_FROM: step.edit.from,
            EDIT_TO: step.edit.to,
          },
        });
        return this.#told(
          step.user,
          step.command,
          result,
          step.fails,
          step.interruptAfterMs !== undefined,
        );
      }
    }
  }

  async #kubectl(
    user: string,
    command: string,
    options: CommandOptions = {},
  ): Promise<CommandResult> {
    return this.#plane.run(user, splitCommandLine(command).slice(1), {
      ...options,
      cwd: this.#folder,
    });
  }

  #told(
    user: string,
    command: string,
    result: CommandResult,
    fails: boolean,
    interrupted: boolean = false,
  ): PlayedChapter['commands'][number] {
    this.#log(`  ${user}: ${command} → ${result.code}`);
    if (!interrupted) {
      expectCode(command, result, fails);
    }
    return {
      user,
      command,
      startedAt: result.startedAt.toISOString(),
      endedAt: result.endedAt.toISOString(),
      code: result.code,
    };
  }
}

function expectCode(
  command: string,
  result: CommandResult,
  fails: boolean,
): void {
  // `kubectl diff` answers 1 when there is something to show.
  const ok =
    result.code === 0 ||
    (result.code === 1 && command.startsWith('kubectl diff '));
  if (ok === fails) {
    throw new Error(
      `the story does not hold: ${command} ended with ${result.code}: ${
        result.stderr || result.stdout
      }`,
    );
  }
}
