import { Path } from '../path/segment';
import { nodeAt } from './nodeAt';
import { SchemaNode } from './schemaNode';

/**
 * Whether a type of Kubernetes' own has the last field of a path; `undefined`
 * where the type is not known, or takes fields of any name.
 */
export function hasField(schema: SchemaNode, path: Path): boolean | undefined {
  const parent = nodeAt(schema, path.slice(0, -1));
  const last = path.at(-1);
  return parent?.builtIn && parent.typeName !== undefined && last
    ? 'field' in last && parent.field(last.field) !== undefined
    : undefined;
}
