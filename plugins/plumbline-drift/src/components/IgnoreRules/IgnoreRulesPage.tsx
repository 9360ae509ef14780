import { Button, Container } from '@backstage/ui';
import type { IgnoreRule } from '@plumbline/backstage-plugin-plumbline-common';
import {
  describeFailure,
  FailureState,
  LoadingState,
  type QueryResult,
  SectionCard,
  StateNotice,
  StatePanel,
  useIgnoreRules,
  useQueryState,
} from '@plumbline/backstage-plugin-plumbline-react';
import type { IgnoreRuleList } from '@plumbline/backstage-plugin-plumbline-common';
import { useState } from 'react';
import { draftOfRule, EMPTY_DRAFT } from '../../ignoreRules/ruleDraft';
import { IncidentsTabs } from '../IncidentsPage/IncidentsTabs';
import { DeleteRuleDialog } from './DeleteRuleDialog';
import styles from './IgnoreRules.module.css';
import { IgnoreRuleTable } from './IgnoreRuleTable';
import { ImportRulesDialog } from './ImportRulesDialog';
import { RuleEditor, type RuleToEdit } from './RuleEditor';

const PERMISSION = 'plumbline.drift.read';

/**
 * All ignore rules, or with `?entity=` those that can hide findings of one entity.
 *
 * @internal
 */
export function IgnoreRulesPage() {
  const [entityRef] = useQueryState('entity', { fallback: '' });
  const rules = useIgnoreRules(entityRef || undefined);
  const [edited, setEdited] = useState<RuleToEdit>();
  const [deleted, setDeleted] = useState<IgnoreRule>();
  const [importing, setImporting] = useState(false);
  const mayCreate = rules.value?.mayCreate ?? false;

  const makeNew = () =>
    setEdited({
      draft: entityRef
        ? { ...EMPTY_DRAFT, scope: 'entity', entityRef }
        : EMPTY_DRAFT,
    });
  const closeAndReload = () => {
    setEdited(undefined);
    setDeleted(undefined);
    rules.reload();
  };

  return (
    <Container className={styles.page}>
      <IncidentsTabs />
      <SectionCard
        flush
        title="Ignore rules"
        aside={
          <>
            <Button
              size="small"
              variant="secondary"
              isDisabled={!mayCreate}
              onPress={() => setImporting(true)}
            >
              Import from Argo CD…
            </Button>
            <Button
              size="small"
              variant="primary"
              isDisabled={!mayCreate}
              onPress={makeNew}
            >
              New rule…
            </Button>
          </>
        }
      >
        <RulesBody
          rules={rules}
          entityRef={entityRef}
          onEdit={rule => setEdited({ id: rule.id, draft: draftOfRule(rule) })}
          onDelete={setDeleted}
          onChanged={rules.reload}
        />
      </SectionCard>
      {rules.value && !mayCreate && (
        <p className={styles.small}>
          You may read rules. To write them you need the permission
          plumbline.ignore-rule.write.
        </p>
      )}
      <RuleEditor
        rule={edited}
        onClose={() => setEdited(undefined)}
        onSaved={closeAndReload}
      />
      <DeleteRuleDialog
        rule={deleted}
        onClose={() => setDeleted(undefined)}
        onDeleted={closeAndReload}
      />
      <ImportRulesDialog
        isOpen={importing}
        entityRef={entityRef}
        onClose={() => setImporting(false)}
        onChosen={draft => {
          setImporting(false);
          setEdited({ draft });
        }}
      />
    </Container>
  );
}

function RulesBody(props: {
  rules: QueryResult<IgnoreRuleList>;
  /** Empty: the rules of the whole portal are shown. */
  entityRef: string;
  onEdit: (rule: IgnoreRule) => void;
  onDelete: (rule: IgnoreRule) => void;
  onChanged: () => void;
}) {
  const { rules, entityRef, ...actions } = props;
  const { value, error, reload } = rules;
  if (!value) {
    return (
      <div className={styles.standIn}>
        {error ? (
          <FailureState
            error={error}
            subject="ignore rules"
            permission={PERMISSION}
            onRetry={reload}
          />
        ) : (
          <LoadingState label="Loading ignore rules" lines={4} />
        )}
      </div>
    );
  }
  return (
    <>
      {error && (
        <div className={styles.standIn}>
          <StateNotice kind="refresh-failed">
            {describeFailure(error, 'newer ignore rules', PERMISSION).title};
            this is the last answer.
          </StateNotice>
        </div>
      )}
      {value.items.length === 0 ? (
        <div className={styles.standIn}>
          <StatePanel kind="empty" title="No ignore rule">
            Every difference is shown. A rule hides one for a reason, and what
            it hides stays listed under Ignored.
          </StatePanel>
        </div>
      ) : (
        <>
          <p className={styles.order}>
            {entityRef ? `What can hide findings of ${entityRef}, in` : 'In'}{' '}
            the order in which rules are asked; the first that matches counts.
          </p>
          <IgnoreRuleTable rules={value.items} {...actions} />
        </>
      )}
    </>
  );
}
