import { parseJson } from '../../../clusters/apiServer/json';

/** Keywords of a JSON schema by which another one is read. */
const REFERRING = [
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
  '$schema',
  '$id',
  'id',
];
/** Of JSON Schema itself, which Helm has at hand. */
const BUILT_IN = /^https?:\/\/json-schema\.org\//;

/**
 * Whether a `values.schema.json` refers to more than itself: Helm would read such a schema from the network, or from any
 * file of the machine. One that is no JSON is left to Helm to refuse.
 */
export function readsElsewhere(schema: string): boolean {
  const open: unknown[] = [parseJson(schema)];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        if (REFERRING.includes(name) && isElsewhere(item)) {
          return true;
        }
        open.push(item);
      }
    }
  }
  return false;
}

function isElsewhere(reference: unknown): boolean {
  return (
    typeof reference === 'string' &&
    !reference.startsWith('#') &&
    !BUILT_IN.test(reference)
  );
}
