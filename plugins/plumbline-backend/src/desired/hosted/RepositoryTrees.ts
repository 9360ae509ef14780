import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { SourceCommit } from '../DesiredSource';
import { DesiredStateError } from '../DesiredStateError';
import { RecentMap } from '../RecentMap';
import { checkRevisionName } from '../revisionName';
import type { HostedHistory } from './HostedHistory';
import type { HostedRepository } from './HostedRepository';
import { isCommitId } from './hosts';
import { contentOf } from './contentOf';
import { RecentBytes } from './RecentBytes';
import {
  TreeSelection,
  type RepositoryTree,
  type TreeLimits,
} from './RepositoryTree';

const READ_TIMEOUT = 120_000;
/** Targets of one round ask for the same branch at about the same time, milliseconds. */
const HEAD_FRESH = 4_000;
/** A branch that moves while its archive is read is read again, that often. */
const ATTEMPTS = 3;
const REMEMBERED_HEADS = 1_000;
/** Where it is not known how large a tree without files is in memory. */
const EMPTY_TREE_BYTES = 1_000;

/** What a ref was last said to mean. */
interface Head {
  commit: Promise<SourceCommit>;
  at: number;
  /** Of the last answer. */
  sha: string | undefined;
}

/** A tree with what is known of its commit. */
export interface CommittedTree {
  commit: SourceCommit;
  tree: RepositoryTree;
}

/**
 * Reads whole repositories, once per commit for all targets in them: hosts send the archive of the repository even for
 * one folder of it.
 */
export class RepositoryTrees {
  readonly #urlReader: UrlReaderService;
  readonly #history: HostedHistory;
  readonly #limits: TreeLimits;
  readonly #trees: RecentBytes<RepositoryTree>;
  readonly #reading = new Map<string, Promise<RepositoryTree>>();
  readonly #heads = new RecentMap<Head>(REMEMBERED_HEADS);
  readonly #now: () => number;

  constructor(options: {
    urlReader: UrlReaderService;
    history: HostedHistory;
    /** Of one repository. */
    limits: TreeLimits;
    /** Of all repositories together. */
    cacheBytes: number;
    now?: () => number;
  }) {
    this.#urlReader = options.urlReader;
    this.#history = options.history;
    this.#limits = options.limits;
    this.#trees = new RecentBytes(options.cacheBytes);
    this.#now = options.now ?? Date.now;
  }

  /**
   * @param ref - branch, tag or commit; undefined: the default branch
   * @throws whatever the reader throws, and DesiredStateError
   */
  async at(
    repository: HostedRepository,
    ref: string | undefined,
  ): Promise<CommittedTree> {
    if (ref !== undefined) {
      checkRevisionName(ref);
    }
    // A look reads further folders at the commit that it began with, also from hosts that know branches only.
    const same = ref && this.#trees.get(treeKey(repository, ref));
    if (same && !repository.traits?.readsCommits) {
      return { commit: { sha: same.sha }, tree: same };
    }
    const commit = await this.#commit(repository, ref);
    const key = treeKey(repository, commit.sha);
    const known = this.#trees.get(key);
    if (known) {
      return { commit, tree: known };
    }
    let reading = this.#reading.get(key);
    if (!reading) {
      reading = this.#read(repository, ref, commit.sha).finally(() =>
        this.#reading.delete(key),
      );
      this.#reading.set(key, reading);
    }
    const tree = await reading;
    this.#trees.set(treeKey(repository, tree.sha), tree);
    return {
      commit: tree.sha === commit.sha ? commit : { sha: tree.sha },
      tree,
    };
  }

  #commit(
    repository: HostedRepository,
    ref: string | undefined,
  ): Promise<SourceCommit> {
    const key = treeKey(repository, ref ?? '');
    const head = this.#heads.get(key);
    if (head && this.#now() - head.at < HEAD_FRESH) {
      return head.commit;
    }
    const commit = this.#ask(repository, ref, head?.sha);
    const asked: Head = { commit, at: this.#now(), sha: head?.sha };
    this.#heads.set(key, asked);
    commit.then(
      ({ sha }) => {
        asked.sha = sha;
      },
      () => this.#heads.delete(key),
    );
    return commit;
  }

  async #ask(
    repository: HostedRepository,
    ref: string | undefined,
    last: string | undefined,
  ): Promise<SourceCommit> {
    const commit = await this.#history.resolve(repository, ref);
    if (commit) {
      return commit;
    }
    return isCommitId(ref)
      ? { sha: ref }
      : { sha: await this.#probe(repository, ref, last) };
  }

  /** What the reader takes for the commit of a branch. */
  async #probe(
    repository: HostedRepository,
    ref: string | undefined,
    etag: string | undefined,
  ): Promise<string> {
    const root = rootAt(repository, ref);
    try {
      const response = await this.#urlReader.readTree(root, {
        etag,
        signal: AbortSignal.timeout(READ_TIMEOUT),
        filter: () => false,
      });
      // Nothing is unpacked, but an answer that is not read to its end would keep its connection.
      await response.files();
      return response.etag;
    } catch (error) {
      if (etag && error instanceof Error && error.name === 'NotModifiedError') {
        return etag;
      }
      throw error;
    }
  }

  async #read(
    repository: HostedRepository,
    ref: string | undefined,
    sha: string,
  ): Promise<RepositoryTree> {
    if (repository.traits?.readsCommits) {
      return this.#download(rootAt(repository, sha), sha);
    }
    let wanted = sha;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const tree = await this.#download(rootAt(repository, ref), wanted);
      const after = await this.#probe(repository, ref, wanted);
      if (after === wanted) {
        return tree;
      }
      wanted = after;
    }
    throw new DesiredStateError(
      'unreachable',
      `${repository.url} moved each time while it was read; it is read again at the next check`,
    );
  }

  async #download(root: string, sha: string): Promise<RepositoryTree> {
    const selection = new TreeSelection(this.#limits);
    const response = await this.#urlReader.readTree(root, {
      signal: AbortSignal.timeout(READ_TIMEOUT),
      filter: (path, info) => selection.takes(path, info?.size ?? 0),
    });
    const unpacked = await response.files();
    const files = new Map<string, Uint8Array>();
    for (const file of selection.isComplete ? unpacked : []) {
      files.set(file.path, await contentOf(file));
    }
    return {
      sha,
      files,
      refused: selection.refused,
      isComplete: selection.isComplete,
      bytes: EMPTY_TREE_BYTES + (selection.isComplete ? selection.bytes : 0),
    };
  }
}

/**
 * @throws DesiredStateError when the ref cannot be read from this kind of host
 */
export function rootAt(
  { traits, url }: HostedRepository,
  ref: string | undefined,
): string {
  if (isCommitId(ref) && !traits?.readsCommits) {
    throw new DesiredStateError(
      'unsupported',
      `${url} at commit ${ref} cannot be read: Backstage reads branches only from ${
        traits?.title ?? 'this host'
      }`,
    );
  }
  const root = traits?.rootAt(url, ref);
  if (root === undefined) {
    throw new DesiredStateError(
      'unsupported',
      `The ref ${ref} of ${url} has a "/" in its name, which cannot be read from ${
        traits?.title ?? 'this host'
      }; name a commit or another branch`,
    );
  }
  return root;
}

function treeKey({ url }: HostedRepository, ref: string): string {
  return `${url}\n${ref}`;
}
