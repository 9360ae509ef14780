import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** An owner or a system to filter by. @public */
export interface CatalogOption {
  /** Entity ref, as the backend takes it. */
  id: string;
  label: string;
}

/** Owners and systems that the catalog knows. @public */
export interface CatalogOptions {
  owners: CatalogOption[];
  systems: CatalogOption[];
  /** Why the catalog could not be asked; the lists are empty then. */
  error: Error | undefined;
}

/**
 * @returns the refs of one kind, by name.
 * @internal
 */
export function optionsOfRefs(
  refs: string[],
  kinds: string[],
): CatalogOption[] {
  return refs
    .flatMap(ref => {
      const { kind, name } = parseEntityRef(ref);
      return kinds.includes(kind.toLocaleLowerCase('en-US'))
        ? [{ id: ref, label: name }]
        : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Owners and systems of all components, counted by the catalog in one request. @public */
export function useCatalogOptions(): CatalogOptions {
  const catalog = useApi(catalogApiRef);
  const { value, error } = useAsync(
    () =>
      catalog.getEntityFacets({
        filter: { kind: 'component' },
        facets: ['relations.ownedBy', 'relations.partOf'],
      }),
    [catalog],
  );
  const refsOf = (facet: string) =>
    (value?.facets[facet] ?? []).map(item => item.value);
  return {
    owners: optionsOfRefs(refsOf('relations.ownedBy'), ['group', 'user']),
    systems: optionsOfRefs(refsOf('relations.partOf'), ['system']),
    error,
  };
}
