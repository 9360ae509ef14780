import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';

/**
 * @returns a function that gives the address of an entity's page, or of one of its tabs.
 * @public
 */
export function useEntityHref(): (
  entityRef: string,
  options?: {
    /** Path of the tab, e.g. `friction`. */
    tab?: string;
    /** What the tab reads from its address. */
    query?: Record<string, string>;
  },
) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    (entityRef, options = {}) => {
      const { kind, namespace, name } = parseEntityRef(entityRef);
      const page = entityRoute({
        kind: kind.toLocaleLowerCase('en-US'),
        namespace,
        name,
      });
      const tab = options.tab ? `/${options.tab}` : '';
      const query = new URLSearchParams(options.query).toString();
      return `${page}${tab}${query && `?${query}`}`;
    },
    [entityRoute],
  );
}
