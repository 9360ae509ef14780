import {
  type CauseLevel,
  LEVEL_WORDS,
  useQueryPatch,
} from '@plumbline/backstage-plugin-plumbline-react';
import { Select, ToggleButton } from '@backstage/ui';
import { RiCodeSSlashLine } from '@remixicon/react';
import type { FindingsView } from '../../hooks/useFindingsView';
import styles from './FindingsTable.module.css';

const ALL = 'all';

const GROUP_WORDS: Record<FindingsView['grouping'], string> = {
  cause: 'Group by cause',
  object: 'Group by object',
  cluster: 'Group by cluster',
  none: 'No groups',
};
const SORT_WORDS: Record<FindingsView['sort'], string> = {
  severity: 'Worst first',
  newest: 'Newest first',
  field: 'By field',
};

/**
 * What the table shows and how. Every choice is in the address.
 *
 * @internal
 */
export function FindingsToolbar(props: {
  view: FindingsView;
  clusters: string[];
  levels: CauseLevel[];
}) {
  const { view, clusters, levels } = props;
  const patch = useQueryPatch();
  return (
    <>
      {clusters.length > 1 && (
        <Choice
          label="Cluster"
          value={view.clusters[0] ?? ALL}
          options={[
            [ALL, 'All clusters'],
            ...clusters.map((cluster): [string, string] => [cluster, cluster]),
          ]}
          onChange={value => patch({ cluster: value })}
        />
      )}
      {levels.length > 1 && (
        <Choice
          label="Level"
          value={view.levels[0] ?? ALL}
          options={[
            [ALL, 'All levels'],
            ...levels.map((level): [string, string] => [
              level,
              LEVEL_WORDS[level],
            ]),
          ]}
          onChange={value => patch({ level: value })}
        />
      )}
      <Choice
        label="Group"
        value={view.grouping}
        options={Object.entries(GROUP_WORDS)}
        onChange={value => patch({ group: value })}
      />
      <Choice
        label="Sort"
        value={view.sort}
        options={Object.entries(SORT_WORDS)}
        onChange={value => patch({ sort: value })}
      />
      <ToggleButton
        size="small"
        iconStart={<RiCodeSSlashLine size={16} aria-hidden />}
        isSelected={view.show === 'yaml'}
        onChange={selected =>
          patch({ show: selected ? 'yaml' : undefined, field: undefined })
        }
      >
        YAML diff
      </ToggleButton>
    </>
  );
}

function Choice(props: {
  label: string;
  value: string;
  options: [string, string][];
  onChange: (value: string | undefined) => void;
}) {
  const { label, value, options, onChange } = props;
  return (
    <Select
      aria-label={label}
      className={styles.choice}
      size="small"
      value={value}
      options={options.map(([id, text]) => ({ value: id, label: text }))}
      onChange={key => onChange(key === ALL ? undefined : String(key))}
    />
  );
}
