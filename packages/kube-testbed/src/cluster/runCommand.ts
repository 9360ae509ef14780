import { spawn } from 'node:child_process';

/**
 * What a command did.
 *
 * @internal
 */
export interface CommandResult {
  stdout: string;
  stderr: string;
  /** Exit code; -1 when a signal ended it. */
  code: number;
  startedAt: Date;
  endedAt: Date;
}

/**
 * Settings of {@link runCommand}.
 *
 * @internal
 */
export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Text for its standard input. */
  input?: string;
  /** Interrupts it (as Ctrl-C) after so long: for commands that do not end by themselves. */
  interruptAfterMs?: number;
}

/**
 * Runs a program to its end. A code other than 0 is an answer, not an error.
 *
 * @throws Error when the program cannot be started.
 * @internal
 */
export async function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const startedAt = new Date();
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
  // A program that ends without reading its input closes the pipe: no failure of ours.
  child.stdin.on('error', error => (stderr += `stdin: ${error.message}\n`));
  child.stdin.end(options.input ?? '');
  const timer =
    options.interruptAfterMs === undefined
      ? undefined
      : setTimeout(() => child.kill('SIGINT'), options.interruptAfterMs);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', exitCode => resolve(exitCode ?? -1));
  });
  clearTimeout(timer);
  return { stdout, stderr, code, startedAt, endedAt: new Date() };
}
