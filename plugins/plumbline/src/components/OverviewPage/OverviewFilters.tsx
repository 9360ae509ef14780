import {
  FilterMultiSelect,
  FilterSelect,
  useCatalogOptions,
} from '@plumbline/backstage-plugin-plumbline-react';
import type { OverviewFilterState } from './useOverviewFilters';

const DAYS = ['7', '28', '90'].map(days => ({
  id: days,
  label: `${days} days`,
}));

/** Owner, system and time, for all cards. */
export function OverviewFilters(props: { state: OverviewFilterState }) {
  const { state } = props;
  const { owners, systems, error } = useCatalogOptions();
  return (
    <>
      {error && (
        <span role="alert">
          Owners and systems could not be read from the catalog.
        </span>
      )}
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
      <FilterSelect
        label="Time"
        options={DAYS}
        value={state.days}
        onChange={state.setDays}
      />
    </>
  );
}
