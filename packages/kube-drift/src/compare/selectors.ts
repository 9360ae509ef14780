import { SchemaNode } from '../schema/schemaNode';

/** An empty selector selects everything: it is not what an absent one is. */
export function isSelector(schema: SchemaNode | undefined): boolean {
  return schema?.typeName === 'meta.v1.LabelSelector';
}
