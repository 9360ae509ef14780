import type {
  RenderRequest,
  RepositoryFile,
} from '@plumbline/backstage-plugin-plumbline-node';
import { folderOf, isWithin } from './treePath';

/** What is at a path of a tree. */
export type TreeEntry =
  | { kind: 'file'; file: RepositoryFile }
  | { kind: 'folder' }
  | { kind: 'refused'; reason: string }
  | { kind: 'absent' }
  /** It lies outside of what was read, so nothing is known of it. */
  | { kind: 'not-read' };

/** The files of a request by their paths. */
export class FileTree {
  readonly #files: Map<string, RepositoryFile>;
  readonly #folders = new Set<string>(['.']);
  readonly #refused: Map<string, string>;
  readonly #read: string;

  /** @param read - the folder that was read; the whole location when left out */
  constructor(
    { files, refused }: Pick<RenderRequest, 'files' | 'refused'>,
    read = '.',
  ) {
    this.#files = new Map(files.map(file => [file.path, file]));
    this.#refused = new Map(refused.map(({ path, reason }) => [path, reason]));
    this.#read = read;
    for (const { path } of files) {
      for (
        let folder = folderOf(path);
        !this.#folders.has(folder);
        folder = folderOf(folder)
      ) {
        this.#folders.add(folder);
      }
    }
  }

  at(path: string): TreeEntry {
    const file = this.#files.get(path);
    if (file) {
      return { kind: 'file', file };
    }
    const refused = [...this.#refused].find(([link]) => isWithin(link, path));
    if (refused) {
      return { kind: 'refused', reason: `${refused[0]} ${refused[1]}` };
    }
    if (this.#folders.has(path) && isWithin(this.#read, path)) {
      return { kind: 'folder' };
    }
    return { kind: isWithin(this.#read, path) ? 'absent' : 'not-read' };
  }

  /** Files that lie directly in a folder. */
  filesIn(folder: string): RepositoryFile[] {
    return [...this.#files.values()].filter(
      ({ path }) => folderOf(path) === folder,
    );
  }

  /** Files that lie anywhere below a folder. */
  filesBelow(folder: string): RepositoryFile[] {
    return [...this.#files.values()].filter(({ path }) =>
      isWithin(folder, path),
    );
  }

  /** What was refused below a folder. */
  refusedBelow(folder: string): { path: string; reason: string }[] {
    return [...this.#refused]
      .filter(([path]) => isWithin(folder, path))
      .map(([path, reason]) => ({ path, reason }));
  }
}
