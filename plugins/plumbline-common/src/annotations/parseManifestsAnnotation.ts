import { InputError } from '@backstage/errors';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { MANIFESTS_ANNOTATION } from './annotations';
import { checkManifestsPath } from './checkManifestsPath';

/**
 * How the files of a target become objects: `plain`, `kustomize`, `helm`, or what a module adds. Small letters, digits
 * and dashes.
 *
 * @public
 */
export type ManifestsRenderer = string;

/**
 * One target as an entity declares it in {@link MANIFESTS_ANNOTATION}.
 *
 * @public
 */
export interface ManifestsDeclaration {
  /**
   * Relative to the entity's source location, without `./` in front and `/` at the end (`.` for the location itself), or
   * an absolute `url:https://…`.
   */
  path: string;
  /** A cluster's name as Plumbline's configuration calls it. */
  cluster?: string;
  namespace?: string;
  /** Found out from the files when left out. */
  renderer?: ManifestsRenderer;
}

const KEYS: readonly string[] = [
  'path',
  'cluster',
  'namespace',
  'renderer',
] satisfies (keyof ManifestsDeclaration)[];

const MAX_TEXT_LENGTH = 16_384;
const MAX_TARGETS = 50;

/**
 * Reads the value of {@link MANIFESTS_ANNOTATION}: a path, or a YAML list of targets.
 *
 * @param text - the annotation's value
 * @returns at least one declaration, in the order of the text
 * @throws InputError that names the key which is wrong, e.g. `plumbline.io/manifests[1].path`
 * @public
 */
export function parseManifestsAnnotation(text: string): ManifestsDeclaration[] {
  const value = text.trim();
  if (value === '') {
    throw new InputError(`${MANIFESTS_ANNOTATION} is empty`);
  }
  if (value.length > MAX_TEXT_LENGTH) {
    throw new InputError(
      `${MANIFESTS_ANNOTATION} is longer than ${MAX_TEXT_LENGTH} characters`,
    );
  }
  if (/^(-\s|-$|\[)/.test(value)) {
    return parseList(value);
  }
  if (value.startsWith('{') || /^path:\s/.test(value)) {
    throw new InputError(
      `${MANIFESTS_ANNOTATION} is one YAML map; write a list with "- " in front of each target`,
    );
  }
  return [{ path: checkManifestsPath(value, MANIFESTS_ANNOTATION) }];
}

function parseList(text: string): ManifestsDeclaration[] {
  let list: unknown;
  try {
    // Every scalar stays the text it is: a namespace `007` or `on` is a name.
    list = load(text, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    throw new InputError(
      `${MANIFESTS_ANNOTATION} is no valid YAML list of targets`,
      error,
    );
  }
  if (!Array.isArray(list)) {
    throw new InputError(`${MANIFESTS_ANNOTATION} is no list of targets`);
  }
  if (list.length === 0) {
    throw new InputError(`${MANIFESTS_ANNOTATION} lists no target`);
  }
  if (list.length > MAX_TARGETS) {
    throw new InputError(
      `${MANIFESTS_ANNOTATION} lists ${list.length} targets; at most ${MAX_TARGETS} are read`,
    );
  }
  const declarations = list.map((item, index) =>
    parseTarget(item, `${MANIFESTS_ANNOTATION}[${index}]`),
  );
  assertDistinct(declarations);
  return declarations;
}

function parseTarget(item: unknown, key: string): ManifestsDeclaration {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw new InputError(
      `${key} must be a map with the key path, e.g. { path: deploy/prod }`,
    );
  }
  const fields = new Map(Object.entries(item));
  for (const name of fields.keys()) {
    if (!KEYS.includes(name)) {
      throw new InputError(
        `${key}.${name} is not a known key; known are ${KEYS.join(', ')}`,
      );
    }
  }
  const path = readText(fields, 'path', key);
  if (path === undefined) {
    throw new InputError(`${key}.path is missing`);
  }
  const cluster = readText(fields, 'cluster', key);
  const namespace = readNamespace(fields, key);
  const renderer = readRenderer(fields, key);
  return {
    path: checkManifestsPath(path, `${key}.path`),
    ...(cluster !== undefined && { cluster }),
    ...(namespace !== undefined && { namespace }),
    ...(renderer !== undefined && { renderer }),
  };
}

function readText(
  fields: Map<string, unknown>,
  name: keyof ManifestsDeclaration,
  key: string,
): string | undefined {
  if (!fields.has(name)) {
    return undefined;
  }
  const value = fields.get(name);
  if (typeof value !== 'string' || value.trim() === '') {
    throw new InputError(`${key}.${name} must be a text that is not empty`);
  }
  if (name !== 'path' && value.length > 253) {
    throw new InputError(`${key}.${name} is longer than 253 characters`);
  }
  return value.trim();
}

function readNamespace(
  fields: Map<string, unknown>,
  key: string,
): string | undefined {
  const namespace = readText(fields, 'namespace', key);
  if (
    namespace !== undefined &&
    !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace)
  ) {
    throw new InputError(
      `${key}.namespace is no namespace's name: small letters, digits and "-", at most 63`,
    );
  }
  return namespace;
}

function readRenderer(
  fields: Map<string, unknown>,
  key: string,
): ManifestsRenderer | undefined {
  const renderer = readText(fields, 'renderer', key);
  if (renderer !== undefined && !isManifestsRenderer(renderer)) {
    throw new InputError(
      `${key}.renderer is no renderer's name: plain, kustomize, helm, or what the operator added`,
    );
  }
  return renderer;
}

/**
 * Whether a renderer can be called so.
 *
 * @public
 */
export function isManifestsRenderer(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,39}$/.test(text);
}

function assertDistinct(declarations: ManifestsDeclaration[]): void {
  const seen = new Map<string, number>();
  declarations.forEach(({ path, cluster, namespace }, index) => {
    const identity = JSON.stringify([path, cluster, namespace]);
    const first = seen.get(identity);
    if (first !== undefined) {
      throw new InputError(
        `${MANIFESTS_ANNOTATION}[${index}] is the same target as ${MANIFESTS_ANNOTATION}[${first}]`,
      );
    }
    seen.set(identity, index);
  });
}
