import * as fs from 'node:fs';
import * as git from 'isomorphic-git';
import type { RefusedFile, SourceFile } from '../DesiredSource';
import { DesiredStateError } from '../DesiredStateError';
import { isManifestFile, LimitedFiles, type ReadLimits } from '../ReadLimits';

const SYMBOLIC_LINK = '120000';
const SUBMODULE = '160000';
const FOLDER = '040000';

type TreeEntry = Pick<git.TreeEntry, 'mode' | 'path' | 'oid'>;

class CommittedFiles {
  readonly found: LimitedFiles;
  readonly refused: RefusedFile[] = [];
  readonly #dir: string;
  readonly #cache = {};

  constructor(
    dir: string,
    limits: ReadLimits,
    readonly accepts: (name: string) => boolean,
  ) {
    this.#dir = dir;
    this.found = new LimitedFiles(limits);
  }

  /** Goes down segment by segment, so that a link on the way is seen and named. */
  async find(sha: string, segments: string[]): Promise<TreeEntry> {
    let entry: TreeEntry = { mode: FOLDER, path: '', oid: sha };
    for (const [index, segment] of segments.entries()) {
      const way = segments.slice(0, index + 1).join('/');
      const next =
        entry.mode === FOLDER
          ? (await this.#entries(entry.oid)).find(
              ({ path }) => path === segment,
            )
          : undefined;
      if (!next) {
        throw new DesiredStateError(
          'no-manifests',
          `${way} does not exist at commit ${sha.slice(0, 7)}`,
        );
      }
      const reason = whyRefused(next);
      if (reason) {
        throw new DesiredStateError('not-allowed', `${way} ${reason}`);
      }
      entry = next;
    }
    return entry;
  }

  async collect(entry: TreeEntry, way: string, depth: number): Promise<void> {
    if (entry.mode !== FOLDER) {
      const { blob } = await git.readBlob({ ...this.#base(), oid: entry.oid });
      this.found.add(way, blob);
      return;
    }
    this.found.checkDepth(way, depth);
    for (const child of await this.#entries(entry.oid)) {
      const path = way === '' ? child.path : `${way}/${child.path}`;
      const reason = whyRefused(child);
      if (reason) {
        this.refused.push({ path, reason });
      } else if (child.mode === FOLDER || this.accepts(child.path)) {
        await this.collect(child, path, depth + 1);
      }
    }
  }

  async #entries(oid: string): Promise<TreeEntry[]> {
    const { tree } = await git.readTree({ ...this.#base(), oid });
    return tree;
  }

  #base() {
    return { fs, dir: this.#dir, cache: this.#cache };
  }
}

/**
 * Reads the files at or below a path of a commit's tree. Only regular blobs: a link is refused by its name, so
 * that nothing outside the tree is ever opened.
 *
 * @param prefix - way from the repository's root to the location; results are relative to the location
 * @throws DesiredStateError
 */
export async function readCommittedFiles(
  at: {
    dir: string;
    sha: string;
    prefix: string;
    path: string;
    files?: 'manifests' | 'all';
  },
  limits: ReadLimits,
): Promise<{ files: SourceFile[]; refused: RefusedFile[] }> {
  const reader = new CommittedFiles(at.dir, limits, name =>
    at.files === 'all' ? true : isManifestFile(name),
  );
  const entry = await reader.find(at.sha, segmentsOf(at.prefix, at.path));
  const name = segmentsOf(at.path).join('/');
  await reader.collect(entry, name, 0);
  return { files: reader.found.files, refused: reader.refused };
}

function whyRefused({ mode, path }: TreeEntry): string | undefined {
  if (mode === SYMBOLIC_LINK) {
    return 'is a symbolic link; links are not followed';
  }
  if (mode === SUBMODULE) {
    return 'is a submodule; submodules are not read';
  }
  return /^\.{1,2}$|^\.git$|[\\/]|\p{Cc}/iu.test(path)
    ? 'has a name that is not allowed'
    : undefined;
}

function segmentsOf(...paths: string[]): string[] {
  return paths
    .flatMap(path => path.split('/'))
    .filter(segment => segment !== '' && segment !== '.');
}
