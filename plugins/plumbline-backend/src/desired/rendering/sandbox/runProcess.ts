import { spawn } from 'node:child_process';
import { CappedOutput } from './CappedOutput';

/** A program to run, without a shell. */
export interface ProcessSpec {
  /** The program, absolute, and its arguments. */
  command: readonly [string, ...string[]];
  cwd: string;
  /** All of its environment. */
  env: Record<string, string>;
  /** Milliseconds until it is killed. */
  timeout: number;
  /** Bytes of output after which it is killed. */
  maxOutputBytes: number;
  /** Kills it. */
  signal?: AbortSignal;
}

/** How a program ended. */
export type ProcessOutcome =
  | { kind: 'exited'; code: number; stdout: string; stderr: string }
  | { kind: 'timed-out' | 'output-too-large' | 'aborted' | 'killed' };

const MAX_ERROR_BYTES = 64 * 1024;

/**
 * Runs a program as the leader of a process group of its own and returns when all of it is gone.
 *
 * @throws Error when it cannot be started
 */
export async function runProcess(spec: ProcessSpec): Promise<ProcessOutcome> {
  const [program, ...args] = spec.command;
  const child = spawn(program, args, {
    cwd: spec.cwd,
    env: spec.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: false,
    detached: true,
  });
  return new Promise((resolve, reject) => {
    let ended: Exclude<ProcessOutcome['kind'], 'exited' | 'killed'> | undefined;
    const end = (kind: NonNullable<typeof ended>) => {
      ended ??= kind;
      killGroup(child.pid);
    };
    const stdout = new CappedOutput(spec.maxOutputBytes);
    const stderr = new CappedOutput(MAX_ERROR_BYTES);
    child.stdout.on('data', chunk => {
      if (!stdout.add(chunk)) {
        end('output-too-large');
      }
    });
    child.stderr.on('data', chunk => {
      stderr.add(chunk);
    });
    const timer = setTimeout(() => end('timed-out'), spec.timeout);
    const abort = () => end('aborted');
    spec.signal?.addEventListener('abort', abort, { once: true });
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      spec.signal?.removeEventListener('abort', abort);
      // What it left running, if anything, holds no output and goes with it.
      killGroup(child.pid);
      finish();
    };
    child.on('error', error => settle(() => reject(error)));
    child.on('close', code =>
      settle(() => resolve(outcomeOf(ended, code, stdout, stderr))),
    );
    if (spec.signal?.aborted) {
      abort();
    }
  });
}

function outcomeOf(
  ended: Exclude<ProcessOutcome['kind'], 'exited' | 'killed'> | undefined,
  code: number | null,
  stdout: CappedOutput,
  stderr: CappedOutput,
): ProcessOutcome {
  if (ended) {
    return { kind: ended };
  }
  return code === null
    ? { kind: 'killed' }
    : { kind: 'exited', code, stdout: stdout.text(), stderr: stderr.text() };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // ESRCH: the group is gone already, which is what is wanted.
    if (code !== 'ESRCH') {
      throw error;
    }
  }
}
