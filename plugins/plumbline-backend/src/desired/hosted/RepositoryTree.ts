import type { RefusedFile } from '../DesiredSource';
import { isManifestFile } from '../ReadLimits';

/** The files of a whole repository at one commit, as far as they may be needed. */
export interface RepositoryTree {
  sha: string;
  /** By path from the root. */
  files: ReadonlyMap<string, Uint8Array>;
  /** Too large to be kept; a reader that needs one says so. */
  refused: readonly RefusedFile[];
  /** False when the repository holds more than is kept: then a folder of it is read on its own. */
  isComplete: boolean;
  bytes: number;
}

/** What is kept of one repository. */
export interface TreeLimits {
  /** Of all files. */
  bytes: number;
  /** Of one file that is no manifest. */
  otherFileBytes: number;
  files: number;
}

/** Chooses, entry by entry, what is kept of an archive. */
export class TreeSelection {
  readonly refused: RefusedFile[] = [];
  readonly #limits: TreeLimits;
  #bytes = 0;
  #files = 0;

  constructor(limits: TreeLimits) {
    this.#limits = limits;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get isComplete(): boolean {
    return (
      this.#bytes <= this.#limits.bytes && this.#files <= this.#limits.files
    );
  }

  /** Whether the next entry is unpacked. */
  takes(path: string, size: number): boolean {
    const { otherFileBytes } = this.#limits;
    if (size > otherFileBytes && !isManifestFile(path)) {
      this.refused.push({
        path,
        reason: `is larger than ${otherFileBytes} bytes`,
      });
      return false;
    }
    this.#bytes += size;
    this.#files += 1;
    return this.isComplete;
  }
}
