import { Difference } from '../compare/difference';
import { hasField } from '../schema/hasField';
import { nodeAt } from '../schema/nodeAt';
import { SchemaNode } from '../schema/schemaNode';

/** What to know of a declared field that its type does not have. */
export function unknownFieldNote(
  { type, path }: Difference,
  schema: SchemaNode,
): string | undefined {
  if (type !== 'missing' || hasField(schema, path) !== false) {
    return undefined;
  }
  const name = nodeAt(schema, path.slice(0, -1))?.typeName;
  return `${name} has no field of this name: an API server that does not know it drops it`;
}
