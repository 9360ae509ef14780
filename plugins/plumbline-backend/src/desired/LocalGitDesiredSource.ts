import type {
  DesiredSource,
  SourceChanges,
  SourceChangesQuery,
  SourceEvidence,
  SourceReadOptions,
  SourceTree,
} from './DesiredSource';
import { joinPath } from './joinPath';
import { readChanges } from './git/readChanges';
import { FileHistory } from './git/FileHistory';
import { findRepository, readCommit } from './git/LocalRepository';
import { readCommittedFiles } from './git/readCommittedFiles';
import type { LocalFolders } from './LocalFolders';
import type { ReadLimits } from './ReadLimits';

/** Reads `file:` locations: the tree of a commit of a local repository (the one that is checked out unless another is
 * asked for), not its work tree. */
export class LocalGitDesiredSource implements DesiredSource {
  readonly #folders: LocalFolders;
  readonly #limits: ReadLimits;
  readonly #history = new FileHistory();

  constructor(options: { folders: LocalFolders; limits: ReadLimits }) {
    this.#folders = options.folders;
    this.#limits = options.limits;
  }

  async read(
    location: string,
    path: string,
    { files, revision }: SourceReadOptions = {},
  ): Promise<SourceTree> {
    const { dir, prefix } = await this.#repository(location);
    const commit = await readCommit(dir, revision);
    const at = { dir, sha: commit.sha, prefix, path, files };
    return { commit, ...(await readCommittedFiles(at, this.#limits)) };
  }

  async evidenceOf(
    location: string,
    at: { sha: string; file: string; line?: number },
  ): Promise<SourceEvidence> {
    const { dir, prefix } = await this.#repository(location);
    const file = joinPath(prefix, at.file);
    const commit = await this.#history.commitOf(dir, { ...at, file });
    return commit ? { commit } : {};
  }

  async folderOf(location: string): Promise<string> {
    return (await this.#repository(location)).prefix;
  }

  async changes(
    location: string,
    query: SourceChangesQuery,
  ): Promise<SourceChanges> {
    const { dir, prefix } = await this.#repository(location);
    const path = joinPath(prefix, query.path);
    return readChanges(dir, { ...query, path });
  }

  async #repository(location: string) {
    return findRepository(await this.#folders.resolve(location));
  }
}
