import type { IgnoreRuleInput } from '@plumbline/backstage-plugin-plumbline-common';
import {
  FailureState,
  FieldPath,
  LoadingState,
  ScrollRegion,
  StateNotice,
  StatePanel,
  useIgnoreRulePreview,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { objectName } from '../../findings';
import { countHidden, servicesOf } from '../../ignoreRules/describeRule';
import { type RuleDraft, toPreviewInput } from '../../ignoreRules/ruleDraft';
import styles from './IgnoreRules.module.css';
import { isRefused, refusalWords } from './refusalWords';

const TYPING_PAUSE_MS = 400;

/**
 * What the rule would hide of what is known now.
 *
 * @internal
 */
export function RulePreview(props: { draft: RuleDraft }) {
  const asked = JSON.stringify(toPreviewInput(props.draft) ?? null);
  const [settled, setSettled] = useState(asked);
  useDebounce(() => setSettled(asked), TYPING_PAUSE_MS, [asked]);
  const rule: IgnoreRuleInput | null = JSON.parse(settled);
  return (
    <section className={styles.preview} aria-label="Preview" aria-live="polite">
      {rule ? (
        <PreviewAnswer rule={rule} />
      ) : (
        <StatePanel kind="empty" title="Nothing to preview yet">
          Say which fields, and of which service.
        </StatePanel>
      )}
    </section>
  );
}

function PreviewAnswer(props: { rule: IgnoreRuleInput }) {
  const { value, error, loading, reload } = useIgnoreRulePreview(props.rule);
  if (error && isRefused(error)) {
    return (
      <StatePanel kind="error" title="This rule cannot be used">
        {refusalWords(error)}
      </StatePanel>
    );
  }
  if (error) {
    return (
      <FailureState
        error={error}
        subject="what this rule would hide"
        permission="plumbline.drift.read"
        onRetry={reload}
      />
    );
  }
  if (loading || !value) {
    return <LoadingState label="Looking what it would hide" lines={4} />;
  }
  const { hides, total, entities, shadowed = 0, notes = [] } = value;
  return (
    <>
      <h3 className={styles.previewTitle}>
        {total === 0
          ? 'Would hide nothing that is known now'
          : `Would hide ${countHidden(total, entities.length)}`}
      </h3>
      {shadowed > 0 && (
        <p className={styles.small}>
          {shadowed} more {shadowed === 1 ? 'is' : 'are'} hidden by an earlier
          rule already.
        </p>
      )}
      {entities.length > 1 && (
        <p className={styles.small}>{servicesOf(entities)}</p>
      )}
      {notes.map(note => (
        <StateNotice key={note} kind="partial">
          {note}
        </StateNotice>
      ))}
      <ScrollRegion label="What it would hide" className={styles.hidden}>
        <ul>
          {hides.map(finding => (
            <li key={finding.id}>
              <FieldPath path={finding.path} />
              <span className={styles.small}>
                {objectName(finding.object)} · {finding.cluster}
              </span>
            </li>
          ))}
        </ul>
      </ScrollRegion>
      {total > hides.length && (
        <p className={styles.small}>and {total - hides.length} more</p>
      )}
    </>
  );
}
