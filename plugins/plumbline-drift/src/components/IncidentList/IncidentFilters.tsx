import type {
  Incident,
  QueryOf,
} from '@plumbline/backstage-plugin-plumbline-common';
import { SearchField, Select } from '@backstage/ui';
import {
  INCIDENT_STATE_WORDS,
  LEVEL_WORDS,
  SEVERITIES,
  SEVERITY_WORDS,
  useQueryPatch,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import {
  ATTRIBUTION_LEVELS,
  INCIDENT_FILTER_STATES,
} from '../../hooks/useIncidentFilters';
import styles from './IncidentList.module.css';

const TYPING_PAUSE_MS = 300;

/**
 * What the list shows. The backend filters; the clusters offered are those of the rows that have been read and those
 * that are chosen.
 *
 * @internal
 */
export function IncidentFilters(props: {
  filters: Omit<QueryOf<'listIncidents'>, 'cursor'>;
  /** How many incidents pass, when the backend says so. */
  total: number | undefined;
  incidents: Incident[];
}) {
  const { filters, total, incidents } = props;
  const { state, severity = [], level = [], cluster = [] } = filters;
  const patch = useQueryPatch();
  const clusters = [
    ...new Set([...cluster, ...incidents.map(incident => incident.cluster)]),
  ].sort();
  return (
    <div className={styles.filters} role="search" aria-label="Incidents">
      <TextFilter value={filters.q ?? ''} />
      <Select
        aria-label="State"
        className={styles.select}
        value={state ?? 'open'}
        options={INCIDENT_FILTER_STATES.map(value => ({
          value,
          label: value === 'all' ? 'All states' : INCIDENT_STATE_WORDS[value],
        }))}
        onChange={key =>
          patch({ state: key === 'open' ? undefined : String(key) })
        }
      />
      <MultiSelect
        label="Severity"
        name="severity"
        value={severity}
        options={SEVERITIES.map(value => ({
          value,
          label: SEVERITY_WORDS[value],
        }))}
      />
      <MultiSelect
        label="Level"
        name="level"
        value={level}
        options={ATTRIBUTION_LEVELS.map(value => ({
          value,
          label: LEVEL_WORDS[value],
        }))}
      />
      <MultiSelect
        label="Cluster"
        name="cluster"
        value={cluster}
        options={clusters.map(value => ({ value, label: value }))}
      />
      <span className={styles.total} role="status">
        {total !== undefined &&
          `${total} ${total === 1 ? 'incident' : 'incidents'}`}
      </span>
    </div>
  );
}

function MultiSelect(props: {
  label: string;
  /** Name of the parameter in the address. */
  name: string;
  value: string[];
  options: { value: string; label: string }[];
}) {
  const { label, name, value, options } = props;
  const patch = useQueryPatch();
  return (
    <Select
      aria-label={label}
      className={styles.select}
      selectionMode="multiple"
      placeholder={`Any ${label.toLowerCase()}`}
      value={value}
      options={options}
      onChange={keys => patch({ [name]: keys.map(String) })}
    />
  );
}

function TextFilter(props: { value: string }) {
  const { value } = props;
  const patch = useQueryPatch();
  const [text, setText] = useState(value);
  // The address may change by Back or by a link.
  useEffect(() => setText(value), [value]);
  useDebounce(
    () => {
      if (text !== value) {
        patch({ q: text });
      }
    },
    TYPING_PAUSE_MS,
    [text],
  );
  return (
    <SearchField
      aria-label="Search incidents"
      className={styles.search}
      size="small"
      placeholder="Service, object, person"
      value={text}
      onChange={setText}
    />
  );
}
