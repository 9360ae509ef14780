import type {
  Incident,
  QueryOf,
} from '@plumbline/backstage-plugin-plumbline-common';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Button, SearchField, Select } from '@backstage/ui';
import {
  INCIDENT_STATE_WORDS,
  LEVEL_WORDS,
  SEVERITIES,
  SEVERITY_WORDS,
  useQueryPatch,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiCloseLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import {
  INCIDENT_LEVELS,
  INCIDENT_FILTER_STATES,
} from '../../hooks/useIncidentFilters';
import styles from './IncidentList.module.css';

const TYPING_PAUSE_MS = 300;

/**
 * What the list shows. The backend filters; the clusters offered are those that are chosen and those of all rows that
 * were read since the page was opened: choosing one does not take the others away.
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
  const { entity = [] } = filters;
  const patch = useQueryPatch();
  const clusters = useClusters(cluster, incidents);
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
        options={INCIDENT_LEVELS.map(value => ({
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
      {entity.map(entityRef => (
        <Button
          key={entityRef}
          size="small"
          variant="tertiary"
          iconEnd={<RiCloseLine />}
          aria-label={`Show all services, not just ${entityRef}`}
          onPress={() =>
            patch({ entity: entity.filter(item => item !== entityRef) })
          }
        >
          <EntityDisplayName entityRef={entityRef} hideIcon disableTooltip />
        </Button>
      ))}
      <span className={styles.total} role="status">
        {total !== undefined &&
          `${total} ${total === 1 ? 'incident' : 'incidents'}`}
      </span>
    </div>
  );
}

/** All clusters that were among the rows so far, with those that are chosen. */
function useClusters(chosen: string[], incidents: Incident[]): string[] {
  const [seen, setSeen] = useState<string[]>([]);
  const known = [
    ...new Set([...seen, ...incidents.map(incident => incident.cluster)]),
  ];
  if (known.length > seen.length) {
    setSeen(known);
  }
  return [...new Set([...chosen, ...known])].sort();
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
