import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A long-running program with its log in a file.
 *
 * @internal
 */
export class ServerProcess {
  readonly name: string;
  readonly logFile: string;
  readonly #child: ChildProcess;

  private constructor(name: string, logFile: string, child: ChildProcess) {
    this.name = name;
    this.logFile = logFile;
    this.#child = child;
  }

  /** Starts a program; standard output and error go to `logFile`. */
  static start(options: {
    name: string;
    program: string;
    args: string[];
    logFile: string;
    cwd?: string;
    env?: NodeJS.ProcessEnv;
  }): ServerProcess {
    const log = openSync(options.logFile, 'a');
    const child = spawn(options.program, options.args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    return new ServerProcess(options.name, options.logFile, child);
  }

  /** The process id; `undefined` when the program could not be started. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether it still runs. */
  get running(): boolean {
    return (
      this.#child.pid !== undefined &&
      this.#child.exitCode === null &&
      this.#child.signalCode === null
    );
  }

  /**
   * Waits until `check` is true.
   *
   * @throws Error when the program ends first, or after `timeoutMs`; the message names the log file.
   */
  async waitUntil(
    check: () => Promise<boolean>,
    timeoutMs: number = 60_000,
  ): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      if (!this.running) {
        throw new Error(`${this.name} has ended; see ${this.logFile}`);
      }
      if (await check()) {
        return;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `${this.name} is not ready after ${timeoutMs / 1000} s; see ${
            this.logFile
          }`,
        );
      }
      await sleep(100);
    }
  }

  /** Asks it to end, and kills it after `graceMs`. */
  async stop(graceMs: number = 10_000): Promise<void> {
    if (!this.running) {
      return;
    }
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  }
}
