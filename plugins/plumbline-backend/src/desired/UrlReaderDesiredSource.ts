import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  DesiredSource,
  SourceChanges,
  SourceChangesQuery,
  SourceCommit,
  SourceEvidence,
  SourceReadOptions,
  SourceTree,
} from './DesiredSource';
import { DesiredStateError } from './DesiredStateError';
import { HostedHistory } from './hosted/HostedHistory';
import { placeOfLocation, type HostedPlace } from './hosted/HostedRepository';
import { readFolder } from './hosted/readFolder';
import { RepositoryTrees, rootAt } from './hosted/RepositoryTrees';
import {
  selectFiles,
  type ArchivedFile,
  type Selection,
} from './hosted/selectFiles';
import { joinPath } from './joinPath';
import type { ReadLimits } from './ReadLimits';
import { RecentMap } from './RecentMap';

const REMEMBERED_TREES = 200;
const MEBIBYTE = 1024 * 1024;
/** What is kept of one repository; of a larger one, folders are read one by one. */
const REPOSITORY_LIMITS = {
  bytes: 32 * MEBIBYTE,
  otherFileBytes: MEBIBYTE,
  files: 20_000,
};
const CACHE_BYTES = 128 * MEBIBYTE;

/** Reads `url:` locations through Backstage, one archive per repository and commit; only from hosts with an integration. */
export class UrlReaderDesiredSource implements DesiredSource {
  readonly #urlReader: UrlReaderService;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #limits: ReadLimits;
  readonly #logger: LoggerService;
  readonly #history: HostedHistory;
  readonly #repositories: RepositoryTrees;
  /** Of what is read folder by folder, the last tree; its commit is the etag. */
  readonly #folders = new RecentMap<SourceTree>(REMEMBERED_TREES);

  constructor(options: {
    urlReader: UrlReaderService;
    integrations: ScmIntegrationRegistry;
    limits: ReadLimits;
    logger: LoggerService;
    /** What is kept of one repository, and of all together. */
    kept?: {
      bytes: number;
      otherFileBytes: number;
      files: number;
      cacheBytes: number;
    };
  }) {
    const { urlReader, integrations } = options;
    this.#urlReader = urlReader;
    this.#integrations = integrations;
    this.#limits = options.limits;
    this.#logger = options.logger;
    this.#history = new HostedHistory({ integrations });
    this.#repositories = new RepositoryTrees({
      urlReader,
      history: this.#history,
      limits: options.kept ?? REPOSITORY_LIMITS,
      cacheBytes: options.kept?.cacheBytes ?? CACHE_BYTES,
    });
  }

  async read(
    location: string,
    path: string,
    { files = 'manifests', revision }: SourceReadOptions = {},
  ): Promise<SourceTree> {
    const place = placeOfLocation(this.#integrations, location);
    const selection = { path, files, limits: this.#limits };
    try {
      const tree = place.repository.traits
        ? await this.#readRepository(place, revision ?? place.ref, selection)
        : await this.#readAddress(place, revision, selection);
      return checkNotEmpty(tree, path, place);
    } catch (error) {
      throw toDesiredStateError(error, place.url);
    }
  }

  async evidenceOf(
    location: string,
    at: { sha: string; file: string; line?: number },
  ): Promise<SourceEvidence> {
    const place = placeOfLocation(this.#integrations, location);
    const { repository, folder } = place;
    const file = folder === '' ? at.file : `${folder}/${at.file}`;
    const url = this.#integrations.resolveUrl({
      ...(repository.traits?.readsCommits
        ? { url: file, base: `${rootAt(repository, at.sha)}/` }
        : { url: at.file, base: folderUrl(place.url) }),
      lineNumber: at.line,
    });
    return { url, commit: await this.#lastChange(place, at.sha, file) };
  }

  async folderOf(location: string): Promise<string> {
    return placeOfLocation(this.#integrations, location).folder;
  }

  async changes(
    location: string,
    query: SourceChangesQuery,
  ): Promise<SourceChanges> {
    const place = placeOfLocation(this.#integrations, location);
    const { repository, ref, folder } = place;
    const commits = await this.#history.changes(repository, {
      ...query,
      ref,
      path: joinPath(folder, query.path),
    });
    return commits
      ? { commits }
      : {
          commits: [],
          reason: `The history of repositories at hosts of kind ${repository.integration.type} is not asked for`,
        };
  }

  async #readRepository(
    place: HostedPlace,
    ref: string | undefined,
    selection: Selection,
  ): Promise<SourceTree> {
    const { repository, folder } = place;
    const { commit, tree } = await this.#repositories.at(repository, ref);
    if (!tree.isComplete) {
      const root = rootAt(
        repository,
        repository.traits?.readsCommits ? commit.sha : ref,
      );
      return this.#readFolder(root, folder, selection, commit);
    }
    const below = folder === '' ? '' : `${folder}/`;
    const inLocation = ({ path }: { path: string }) => path.startsWith(below);
    const relative = (path: string) => path.slice(below.length);
    const archive: ArchivedFile[] = [...tree.files]
      .map(([path, content]) => ({ path, content }))
      .filter(inLocation)
      .map(({ path, content }) => ({ path: relative(path), content }));
    const left = tree.refused
      .filter(inLocation)
      .map(({ path, reason }) => ({ path: relative(path), reason }));
    return { commit, ...selectFiles(archive, left, selection) };
  }

  /** Of hosts whose addresses we cannot take apart, only what the address itself names. */
  #readAddress(
    { url, repository }: HostedPlace,
    revision: string | undefined,
    selection: Selection,
  ): Promise<SourceTree> {
    if (revision !== undefined) {
      throw new DesiredStateError(
        'unsupported',
        `${url} at ${revision} cannot be read: other refs than that of the address are not read from hosts of kind ${repository.integration.type}`,
      );
    }
    return this.#readFolder(url, '', selection);
  }

  async #readFolder(
    root: string,
    folder: string,
    selection: Selection,
    commit?: SourceCommit,
  ): Promise<SourceTree> {
    const { path, files } = selection;
    const key = JSON.stringify([root, folder, path, files]);
    const known = this.#folders.get(key);
    try {
      const tree = await readFolder(this.#urlReader, {
        root,
        folder,
        selection,
        etag: known?.commit.sha,
      });
      const read = {
        ...tree,
        commit: commit?.sha === tree.commit.sha ? commit : tree.commit,
      };
      this.#folders.set(key, read);
      return read;
    } catch (error) {
      if (known && isNamed(error, 'NotModifiedError')) {
        return known;
      }
      throw error;
    }
  }

  /** A look is worth more than its evidence: where the host does not say, there is none. */
  async #lastChange(
    { repository }: HostedPlace,
    sha: string,
    file: string,
  ): Promise<SourceCommit | undefined> {
    try {
      return await this.#history.lastChange(repository, { sha, file });
    } catch (error) {
      this.#logger.warn(
        `The last commit of ${file} could not be asked for: ${stringifyError(
          error,
        )}`,
      );
      return undefined;
    }
  }
}

/** Only here, so that it is remembered that there is nothing. */
function checkNotEmpty(
  tree: SourceTree,
  path: string,
  { url }: HostedPlace,
): SourceTree {
  if (tree.files.length === 0 && tree.refused.length === 0) {
    throw new DesiredStateError(
      'no-manifests',
      `There is no manifest file at or below ${path} of ${url}`,
    );
  }
  return tree;
}

function folderUrl(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

/** In words of ours: what the host says may quote what it was sent. */
function toDesiredStateError(error: unknown, url: string): DesiredStateError {
  if (error instanceof DesiredStateError) {
    return error;
  }
  if (isNamed(error, 'NotFoundError')) {
    return new DesiredStateError('not-found', `${url} does not exist`, {
      cause: error,
    });
  }
  if (isNamed(error, 'NotAllowedError')) {
    return new DesiredStateError(
      'not-allowed',
      `${url} may not be read with the backend's credentials`,
      { cause: error },
    );
  }
  return new DesiredStateError('unreachable', `${url} could not be read`, {
    cause: error,
  });
}
