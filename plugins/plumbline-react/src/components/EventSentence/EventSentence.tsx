import type {
  AuditEventRow,
  FrictionEvent,
} from '@plumbline/backstage-plugin-plumbline-common';
import { RiDashboard3Line } from '@remixicon/react';
import { ActorClassIcon } from './ActorClassIcon';
import { splitSentence } from './splitSentence';
import styles from './EventSentence.module.css';

/** Properties of {@link EventSentence}. @public */
export interface EventSentenceProps {
  event: Pick<AuditEventRow | FrictionEvent, 'sentence' | 'actor' | 'command'>;
  /** Titles of the rules that matched, as chips. */
  rules?: string[];
  /** Show what kind of actor it is in front. */
  withIcon?: boolean;
}

/** One event in plain words, with the command below; an exact command carries no mark. @public */
export function EventSentence(props: EventSentenceProps) {
  const { event, rules = [], withIcon } = props;
  const { before, name, after } = splitSentence(
    event.sentence,
    event.actor.name,
  );
  const { command } = event;
  return (
    <span className={styles.event}>
      {withIcon && (
        <span className={styles.icon}>
          <ActorClassIcon actorClass={event.actor.class} />
        </span>
      )}
      <span className={styles.words}>
        <span className={styles.sentence}>
          {before}
          {name && (
            <strong
              data-pseudonym={event.actor.pseudonym ? '' : undefined}
              title={event.actor.pseudonym ? 'Name hidden' : undefined}
            >
              {name}
            </strong>
          )}
          {after}
        </span>
        {(command || rules.length > 0) && (
          <span className={styles.meta}>
            {command && (
              <code className={styles.command} title={command.text}>
                {command.text}
              </code>
            )}
            {command && command.confidence !== 'exact' && (
              <span className={styles.chip}>{command.confidence}</span>
            )}
            {rules.map(rule => (
              <span key={rule} className={styles.chip}>
                <RiDashboard3Line size={14} aria-hidden />
                {rule}
              </span>
            ))}
          </span>
        )}
      </span>
    </span>
  );
}
