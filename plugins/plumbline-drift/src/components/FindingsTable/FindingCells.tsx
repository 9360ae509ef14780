import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import {
  CommandText,
  describeCause,
  describeSides,
  type DiffSide,
  diffTone,
  DirectionBadge,
  elideCommonStart,
  FieldPath,
  FieldValue,
  LevelBadge,
} from '@plumbline/backstage-plugin-plumbline-react';
import { objectName } from '../../findings';
import styles from './FindingsTable.module.css';

/** The field, the object it belongs to, and in a narrow table also which side moved. @internal */
export function FieldCell(props: {
  finding: Finding;
  compact: boolean;
  /** The object stands above the row already. */
  hideObject?: boolean;
}) {
  const { finding, compact, hideObject } = props;
  return (
    <>
      <FieldPath path={finding.path} />
      {!hideObject && (
        <span className={styles.object}>{objectName(finding.object)}</span>
      )}
      {compact && (
        <span className={styles.directionLine}>
          <DirectionBadge direction={finding.direction} />
        </span>
      )}
    </>
  );
}

/** One side of the difference; two long values that begin alike are shortened alike. @internal */
export function ValueCell(props: { finding: Finding; side: DiffSide }) {
  const { finding, side } = props;
  const { git, live } = describeSides(finding);
  const own = side === 'git' ? git : live;
  const bothValues = git.kind === 'value' && live.kind === 'value';
  const [gitText, liveText] = bothValues
    ? elideCommonStart(git.text, live.text)
    : [git.text, live.text];
  const text = side === 'git' ? gitText : liveText;
  return (
    <span title={text === own.text ? undefined : own.text}>
      <FieldValue
        value={{ kind: own.kind, text }}
        tone={diffTone(finding.direction, side)}
      />
    </span>
  );
}

/** Who or what made the difference, never a name without its level. @internal */
export function CauseCell(props: { finding: Finding }) {
  const cause = describeCause(props.finding);
  return (
    <>
      <span className={styles.who}>
        <LevelBadge level={cause.level} />
        <strong>{cause.who}</strong>
      </span>
      {cause.command ? (
        <CommandText command={cause.command} />
      ) : (
        cause.detail && <span className={styles.detail}>{cause.detail}</span>
      )}
    </>
  );
}

/** Why the difference is no drift: the rule's text as it was at the check. @internal */
export function WhyCell(props: { finding: Finding }) {
  const { suppression, reason } = props.finding;
  return (
    <>
      {suppression?.text ?? reason ?? 'No reason was given'}
      {suppression?.reason && (
        <span className={styles.object}>{suppression.reason}</span>
      )}
    </>
  );
}

/** When it happened, as exact as the level allows. @internal */
export function WhenCell(props: { finding: Finding }) {
  return (
    <span className={styles.when}>{describeCause(props.finding).when}</span>
  );
}
