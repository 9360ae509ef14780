import { parseEntityRef } from '@backstage/catalog-model';

/** @returns the title of an entity, else the name in its ref. */
export function entityName(item: {
  entityRef: string;
  title?: string;
}): string {
  return item.title ?? parseEntityRef(item.entityRef).name;
}
