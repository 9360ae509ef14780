import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { REPOSITORY_FOLDER } from '../repositoryFolders';

/**
 * `settings.json` of a prepared example.
 *
 * @internal
 */
export interface ExampleSettings {
  /** Hash of everything it was made from. */
  inputs: string;
  /** The moment that it calls now. */
  preparedAt: string;
  /** Clusters with audit events. */
  clusters: string[];
}

/**
 * `loaded.json`: into which database which example was loaded.
 *
 * @internal
 */
export interface ExampleLoaded {
  inputs: string;
  preparedAt: string;
  database: string;
  loadedAt: string;
}

/**
 * Where the parts of the prepared example are.
 *
 * @internal
 */
export class ExampleFolder {
  readonly folder: string;

  constructor(
    folder: string = path.join(REPOSITORY_FOLDER, '.local', 'example'),
  ) {
    this.folder = path.resolve(folder);
  }

  /** The Git repository with the manifests. */
  get repository(): string {
    return path.join(this.folder, 'shop');
  }

  get settingsFile(): string {
    return path.join(this.folder, 'settings.json');
  }

  get loadedFile(): string {
    return path.join(this.folder, 'loaded.json');
  }

  get unreachableKubeconfig(): string {
    return path.join(this.folder, 'edge-us.kubeconfig');
  }

  /** `ca.crt`, `tls.crt` or `tls.key` of the ingest listener. */
  tlsFile(name: 'ca.crt' | 'tls.crt' | 'tls.key'): string {
    return path.join(this.folder, 'tls', name);
  }

  /** The token that a cluster posts its events with. */
  tokenFile(cluster: string): string {
    return path.join(this.folder, 'tokens', cluster);
  }

  auditFolder(cluster: string): string {
    return path.join(this.folder, cluster, 'audit');
  }

  snapshotFolder(cluster: string): string {
    return path.join(this.folder, cluster, 'snapshot');
  }

  /** What it was prepared from and when; `undefined` when it was not. */
  async settings(): Promise<ExampleSettings | undefined> {
    return readJson(this.settingsFile);
  }

  /** Where it was loaded last; `undefined` when it was not, or that database is gone. */
  async loaded(): Promise<ExampleLoaded | undefined> {
    const loaded = await readJson<ExampleLoaded>(this.loadedFile);
    return loaded && existsSync(loaded.database) ? loaded : undefined;
  }
}

async function readJson<T>(file: string): Promise<T | undefined> {
  return existsSync(file)
    ? (JSON.parse(await readFile(file, 'utf8')) as T)
    : undefined;
}
