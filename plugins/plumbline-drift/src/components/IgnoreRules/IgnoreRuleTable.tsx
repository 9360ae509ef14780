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
    {
      id: 'scope',
      label: 'Applies to',
      width: 170,
      cell: rule =>
        rule.entityRef ? (
          <EntityLink entityRef={rule.entityRef} />
        ) : (
          'All services'
        ),
    },
    {
      id: 'fields',
      label: 'Fields',
      cell: rule => (
        <>
          <FieldPath path={fieldsOf(rule)} />
          <span className={styles.reason}>{objectsOf(rule)}</span>
        </>
      ),
    },
    {
      id: 'state',
      label: 'State',
      width: 150,
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
      width: 90,
      align: 'end',
      cell: rule => rule.hides,
    },
    {
      id: 'who',
      label: 'Written',
      width: 150,
      cell: rule => (
        <>
          <TimeText time={rule.updatedAt ?? rule.createdAt} />
          <span className={styles.reason}>
            {rule.updatedBy ?? rule.createdBy}
          </span>
        </>
      ),
    },
    {
      id: 'actions',
      label: 'Actions',
      width: 76,
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
      minWidth={960}
    />
  );
}
