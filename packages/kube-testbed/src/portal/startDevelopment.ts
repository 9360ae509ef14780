import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { REPOSITORY_FOLDER } from '../repositoryFolders';

/**
 * App and backend as `backstage-cli repo start` runs them: from source, the app with hot reload.
 *
 * @internal
 */
export class DevelopmentPortal {
  readonly appUrl = 'http://localhost:3000';
  readonly backendUrl = 'http://localhost:7007';
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** @param configFiles - relative to the root of the repository */
  static start(configFiles: string[]): DevelopmentPortal {
    const child = spawn(
      path.join(REPOSITORY_FOLDER, 'node_modules/.bin/backstage-cli'),
      [
        'repo',
        'start',
        // App and backend look from folders of their own.
        ...configFiles.flatMap(file => [
          '--config',
          path.resolve(REPOSITORY_FOLDER, file),
        ]),
      ],
      { cwd: REPOSITORY_FOLDER, stdio: 'inherit' },
    );
    return new DevelopmentPortal(child);
  }

  /** @returns its exit code when it has ended */
  async ended(): Promise<number> {
    const [code] = await once(this.#child, 'exit');
    return code ?? 1;
  }

  /** Waits until the app has been compiled. @throws Error after `timeoutMs` */
  async waitForApp(timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (Date.now() < deadline) {
      const response = await fetch(this.appUrl).catch(() => undefined);
      if (response?.ok) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 500));
    }
    throw new Error(
      `the app at ${this.appUrl} is not ready after ${timeoutMs / 1000} s`,
    );
  }

  stop(): void {
    this.#child.kill('SIGTERM');
  }
}
