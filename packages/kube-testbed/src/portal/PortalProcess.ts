import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dump } from 'js-yaml';
import { ServerProcess } from '../cluster/ServerProcess';
import { REPOSITORY_FOLDER } from '../repositoryFolders';

const BACKEND_FOLDER = path.join(REPOSITORY_FOLDER, 'packages/backend');

/**
 * Settings of {@link PortalProcess.start}.
 *
 * @internal
 */
export interface PortalOptions {
  /** Keeps database, log and generated configuration. */
  folder: string;
  /** Port of app and backend on 127.0.0.1. */
  port: number;
  /** Read after `app-config.yaml`; absolute, or relative to the root of the repository. */
  configFiles?: string[];
  /** Read last, e.g. other clusters. */
  config?: object;
  env?: NodeJS.ProcessEnv;
}

/**
 * The real backend as a process of its own. It serves the app as well when `packages/app/dist` is built.
 *
 * @internal
 */
export class PortalProcess {
  readonly url: string;
  readonly #process: ServerProcess;

  private constructor(url: string, process: ServerProcess) {
    this.url = url;
    this.#process = process;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @throws Error that names the log file
   */
  static async start(options: PortalOptions): Promise<PortalProcess> {
    const { folder, port } = options;
    await mkdir(folder, { recursive: true });
    const url = `http://localhost:${port}`;
    const generated = path.join(folder, 'portal-config.yaml');
    await writeFile(generated, dump(portalConfig(url, options)));
    const files = [
      'app-config.yaml',
      ...(options.configFiles ?? []),
      generated,
    ].map(file => path.resolve(REPOSITORY_FOLDER, file));
    const process_ = ServerProcess.start({
      name: 'portal',
      program: process.execPath,
      args: [
        '--require',
        require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
        'src/index.ts',
        ...files.flatMap(file => ['--config', file]),
      ],
      cwd: BACKEND_FOLDER,
      logFile: path.join(folder, 'portal.log'),
      env: { NODE_ENV: 'development', ...process.env, ...options.env },
    });
    const portal = new PortalProcess(url, process_);
    try {
      await process_.waitUntil(() => portal.#isReady(), 120_000);
    } catch (error) {
      await portal.stop();
      throw error;
    }
    return portal;
  }

  get logFile(): string {
    return this.#process.logFile;
  }

  /** Ends it; a backend with open streams may take some seconds. */
  async stop(): Promise<void> {
    await this.#process.stop(20_000);
  }

  async #isReady(): Promise<boolean> {
    const response = await fetch(
      `${this.url}/.backstage/health/v1/readiness`,
    ).catch(() => undefined);
    return response?.ok ?? false;
  }
}

function portalConfig(url: string, options: PortalOptions): object {
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port: options.port },
      cors: { origin: url },
      database: {
        client: 'better-sqlite3',
        connection: { directory: path.join(options.folder, 'db') },
      },
    },
    ...options.config,
  };
}
