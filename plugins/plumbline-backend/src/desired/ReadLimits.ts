import { isUtf8 } from 'node:buffer';
import type { SourceFile } from './DesiredSource';
import { DesiredStateError } from './DesiredStateError';

/** Caps of one read. */
export interface ReadLimits {
  bytes: number;
  files: number;
  /** Folders below the path. */
  depth: number;
}

/** Collects the files of one read and refuses to grow beyond the caps. */
export class LimitedFiles {
  readonly files: SourceFile[] = [];
  readonly #limits: ReadLimits;
  #bytes = 0;
  #announced = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  /** @throws DesiredStateError when this file exceeds a cap */
  add(path: string, content: Uint8Array): void {
    this.#bytes += content.byteLength;
    if (this.#bytes > this.#limits.bytes) {
      throw tooLarge(`${this.#limits.bytes} bytes`, 'bytes');
    }
    if (this.files.length >= this.#limits.files) {
      throw tooLarge(`${this.#limits.files} files`, 'files');
    }
    const text = Buffer.from(content).toString('utf8');
    this.files.push(
      isUtf8(content) ? { path, text } : { path, text, bytes: content },
    );
  }

  /**
   * Takes note of the size of a file that could be read next.
   *
   * @returns false when it would exceed the cap, so that it is not even unpacked; then {@link checkAnnounced} throws
   */
  announce(bytes: number): boolean {
    this.#announced += bytes;
    return this.#announced <= this.#limits.bytes;
  }

  /** @throws DesiredStateError when a file was left out because of its size */
  checkAnnounced(): void {
    if (this.#announced > this.#limits.bytes) {
      throw tooLarge(`${this.#limits.bytes} bytes`, 'bytes');
    }
  }

  /** @throws DesiredStateError when the path lies deeper than allowed */
  checkDepth(path: string, depth: number): void {
    if (depth > this.#limits.depth) {
      throw tooLarge(
        `${this.#limits.depth} folders below the path (${path})`,
        'depth',
      );
    }
  }
}

function tooLarge(what: string, key: keyof ReadLimits): DesiredStateError {
  return new DesiredStateError(
    'too-large',
    `The manifests exceed ${what}; point the annotation at a smaller folder or raise plumbline.git.limits.${key}`,
  );
}

/** Whether a file can hold manifests, by its name; Jsonnet is read to say that it is not rendered. */
export function isManifestFile(path: string): boolean {
  return /\.(ya?ml|json|jsonnet)$|(^|\/)Kustomization$/i.test(path);
}
