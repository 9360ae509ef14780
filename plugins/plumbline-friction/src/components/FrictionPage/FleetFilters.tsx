import { Button, Select } from '@backstage/ui';
import {
  SEVERITIES,
  SEVERITY_WORDS,
  useCatalogOptions,
} from '@plumbline/backstage-plugin-plumbline-react';
import type { Band } from '@plumbline/backstage-plugin-plumbline-common';
import {
  FLEET_SORTS,
  type FleetSort,
  type useFleetFilters,
} from './useFleetFilters';
import styles from './FrictionPage.module.css';

/** Owner, system, band and order, all applied by the backend. */
export function FleetFilters(props: {
  state: ReturnType<typeof useFleetFilters>;
}) {
  const { state } = props;
  const { owners, systems, error } = useCatalogOptions();
  return (
    <div className={styles.filters}>
      <Select
        aria-label="Owner"
        placeholder="Any owner"
        size="small"
        selectionMode="multiple"
        options={owners}
        value={state.owners}
        onChange={keys => state.setOwners(keys.map(String))}
      />
      <Select
        aria-label="System"
        placeholder="Any system"
        size="small"
        selectionMode="multiple"
        options={systems}
        value={state.systems}
        onChange={keys => state.setSystems(keys.map(String))}
      />
      <Select
        aria-label="Band"
        placeholder="Any band"
        size="small"
        selectionMode="multiple"
        options={SEVERITIES.map(band => ({
          id: band,
          label: SEVERITY_WORDS[band],
        }))}
        value={state.bands}
        onChange={keys => state.setBands(keys.map(String) as Band[])}
      />
      {state.isFiltered && (
        <Button size="small" variant="tertiary" onPress={state.clear}>
          Clear
        </Button>
      )}
      {error && (
        <span role="alert">
          Owners and systems could not be read from the catalog.
        </span>
      )}
      <Select
        aria-label="Sort by"
        size="small"
        className={styles.sort}
        options={Object.entries(FLEET_SORTS).map(([id, label]) => ({
          id,
          label,
        }))}
        value={state.sort}
        onChange={key => state.setSort(key as FleetSort)}
      />
    </div>
  );
}
