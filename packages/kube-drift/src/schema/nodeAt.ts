import { Path } from '../path/segment';
import { SchemaNode } from './schemaNode';

/** The type at a path; `undefined` as soon as nobody knows it. */
export function nodeAt(schema: SchemaNode, path: Path): SchemaNode | undefined {
  let node: SchemaNode | undefined = schema;
  for (const segment of path) {
    node = 'field' in segment ? node?.field(segment.field) : node?.items;
  }
  return node;
}
