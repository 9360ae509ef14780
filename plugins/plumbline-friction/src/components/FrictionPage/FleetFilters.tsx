import { Button } from '@backstage/ui';
import type { Band } from '@plumbline/backstage-plugin-plumbline-common';
import {
  FilterMultiSelect,
  FilterSelect,
  SEVERITIES,
  SEVERITY_WORDS,
  useCatalogOptions,
} from '@plumbline/backstage-plugin-plumbline-react';
import {
  FLEET_SORTS,
  type FleetSort,
  type useFleetFilters,
} from './useFleetFilters';
import styles from './FrictionPage.module.css';

const BANDS = SEVERITIES.map(band => ({
  id: band,
  label: SEVERITY_WORDS[band],
}));
const SORTS = Object.entries(FLEET_SORTS).map(([id, label]) => ({ id, label }));

/** Owner, system, band and order, all applied by the backend. */
export function FleetFilters(props: {
  state: ReturnType<typeof useFleetFilters>;
}) {
  const { state } = props;
  const { owners, systems, error } = useCatalogOptions();
  return (
    <div className={styles.filters}>
      <FilterMultiSelect
        label="Owner"
        placeholder="Any owner"
        options={owners}
        value={state.owners}
        onChange={state.setOwners}
      />
      <FilterMultiSelect
        label="System"
        placeholder="Any system"
        options={systems}
        value={state.systems}
        onChange={state.setSystems}
      />
      <FilterMultiSelect
        label="Band"
        placeholder="Any band"
        options={BANDS}
        value={state.bands}
        onChange={bands => state.setBands(bands as Band[])}
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
      <span className={styles.sort}>
        <FilterSelect
          label="Sort by"
          options={SORTS}
          value={state.sort}
          onChange={sort => state.setSort(sort as FleetSort)}
        />
      </span>
    </div>
  );
}
