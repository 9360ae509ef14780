import { parseEntityRef } from '@backstage/catalog-model';

/** @returns the title of an entity, else the name in its ref. */
export function serviceName(service: {
  entityRef: string;
  title?: string;
}): string {
  return service.title ?? parseEntityRef(service.entityRef).name;
}
