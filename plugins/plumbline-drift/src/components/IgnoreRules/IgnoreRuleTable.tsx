import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { useBreakpoint } from '@backstage/ui';
import type { IgnoreRule } from '@plumbline/backstage-plugin-plumbline-common';
import {
  DenseTable,
  type DenseColumn,
  EntityLink,
  FieldPath,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import {
  fieldsOf,
  objectsOf,
  RULE_STATE_WORDS,
} from '../../ignoreRules/describeRule';
import styles from './IgnoreRules.module.css';
import { RuleMenu } from './RuleMenu';

const SCOPE: DenseColumn<IgnoreRule> = {
  id: 'scope',
  label: 'Applies to',
  width: 150,
  cell: rule =>
    rule.entityRef ? <EntityLink entityRef={rule.entityRef} /> : 'All services',
};

const WRITTEN: DenseColumn<IgnoreRule> = {
  id: 'who',
  label: 'Written',
  width: 136,
  cell: rule => (
    <>
      <TimeText time={rule.updatedAt ?? rule.createdAt} />
      <span className={styles.reason}>
        <EntityDisplayName
          entityRef={rule.updatedBy ?? rule.createdBy}
          defaultKind="user"
          hideIcon
          disableTooltip
        />
      </span>
    </>
  ),
};

/**
 * One line per rule, in the order in which they are asked.
 *
 * @internal
 */
export function IgnoreRuleTable(props: {
  rules: IgnoreRule[];
  onEdit: (rule: IgnoreRule) => void;
  onDelete: (rule: IgnoreRule) => void;
  onChanged: () => void;
}) {
  const { rules, onEdit, onDelete, onChanged } = props;
  const wide = useBreakpoint().up('lg');
  const columns: DenseColumn<IgnoreRule>[] = [
    {
      id: 'name',
      label: 'Rule',
      isRowHeader: true,
      cell: rule => (
        <>
          <strong>{rule.name}</strong>
          <span className={styles.reason}>{rule.reason}</span>
        </>
      ),
    },
    ...(wide ? [SCOPE] : []),
    {
      id: 'fields',
      label: 'Fields',
      cell: rule => (
        <>
          <FieldPath path={fieldsOf(rule)} />
          <span className={styles.reason}>{objectsOf(rule)}</span>
          {!wide && <span className={styles.reason}>{SCOPE.cell(rule)}</span>}
        </>
      ),
    },
    {
      id: 'state',
      label: 'State',
      width: 136,
      cell: rule => (
        <>
          <span data-state={rule.state}>{RULE_STATE_WORDS[rule.state]}</span>
          {rule.expiresAt && (
            <span className={styles.reason}>
              {rule.state === 'expired' ? 'since ' : 'until '}
              <TimeText time={rule.expiresAt} />
            </span>
          )}
        </>
      ),
    },
    {
      id: 'hides',
      label: 'Hides now',
      width: 108,
      align: 'end',
      cell: rule => rule.hides,
    },
    ...(wide ? [WRITTEN] : []),
    {
      id: 'actions',
      label: 'Actions',
      width: 100,
      align: 'end',
      cell: rule =>
        rule.mayChange ? (
          <RuleMenu
            rule={rule}
            onEdit={() => onEdit(rule)}
            onDelete={() => onDelete(rule)}
            onChanged={onChanged}
          />
        ) : null,
    },
  ];
  return (
    <DenseTable
      label="Ignore rules"
      columns={columns}
      items={rules}
      keyOf={rule => rule.id}
      textOf={rule => rule.name}
      minWidth={wide ? 900 : 560}
    />
  );
}
