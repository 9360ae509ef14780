import {
  type CauseLevel,
  LEVEL_WORDS,
  useQueryPatch,
} from '@plumbline/backstage-plugin-plumbline-react';
import { Button, Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { FINDING_GROUPS, groupingOf } from '../../findings';
import {
  FINDINGS_SHOWN,
  type FindingsShow,
  type FindingsView,
} from '../../hooks/useFindingsView';
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

const SHOW_WORDS: Record<FindingsShow, string> = {
  fields: 'Fields',
  objects: 'Objects',
  yaml: 'YAML diff',
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
  /** Whether there is anything to be filtered. */
  hasRows: boolean;
}) {
  const { view, hasRows } = props;
  return (
    <>
      {hasRows && view.show !== 'objects' && <RowFilters {...props} />}
      {hasRows && view.show === 'fields' && <RowOrder view={view} />}
      <ShowChoice view={view} />
    </>
  );
}

/** Which rows there are. */
function RowFilters(props: {
  view: FindingsView;
  clusters: string[];
  levels: CauseLevel[];
}) {
  const { view, clusters, levels } = props;
  const patch = useQueryPatch();
  return (
    <>
      {view.ref !== '' && (
        <Button
          size="small"
          variant="tertiary"
          iconEnd={<RiCloseLine />}
          aria-label={`Show all objects, not just ${view.ref}`}
          onPress={() => patch({ ref: undefined, cluster: undefined })}
        >
          {view.ref.split('/').slice(-1)[0]}
        </Button>
      )}
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
    </>
  );
}

/** How the rows stand. */
function RowOrder(props: { view: FindingsView }) {
  const { verdict, grouping, sort } = props.view;
  const patch = useQueryPatch();
  return (
    <>
      <Choice
        label="Group"
        value={grouping}
        options={FINDING_GROUPS.filter(
          group => groupingOf(verdict, group) === group,
        ).map(group => [group, GROUP_WORDS[group]])}
        onChange={value => patch({ group: value })}
      />
      <Choice
        label="Sort"
        value={sort}
        options={Object.entries(SORT_WORDS)}
        onChange={value => patch({ sort: value })}
      />
    </>
  );
}

/** The table, the tree or the raw diff. */
function ShowChoice(props: { view: FindingsView }) {
  const patch = useQueryPatch();
  return (
    <ToggleButtonGroup
      aria-label="Show"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.view.show]}
      onSelectionChange={keys => {
        const [show] = keys;
        patch({
          show: show === 'fields' ? undefined : String(show),
          field: undefined,
        });
      }}
    >
      {FINDINGS_SHOWN.map(show => (
        <ToggleButton key={show} id={show} size="small">
          {SHOW_WORDS[show]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
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
