import { RESOURCE_PATH } from '@plumbline/kube-drift';

/** Where an object differs. */
export class DifferingPaths {
  readonly #paths: ReadonlySet<string>;
  readonly #ancestors: ReadonlySet<string>;

  constructor(paths: readonly string[]) {
    this.#paths = new Set(paths);
    this.#ancestors = new Set(paths.flatMap(ancestorsOf));
  }

  /** Whether a field, something in it, or something that it lies in differs. */
  touch(path: string): boolean {
    return (
      this.#paths.has(RESOURCE_PATH) ||
      this.#paths.has(path) ||
      this.#ancestors.has(path) ||
      ancestorsOf(path).some(ancestor => this.#paths.has(ancestor))
    );
  }
}

/** Everything that ends before a dot or a bracket; what no field is called does no harm. */
function ancestorsOf(path: string): string[] {
  return [...path.matchAll(/[.[]/g)].map(({ index }) => path.slice(0, index));
}
