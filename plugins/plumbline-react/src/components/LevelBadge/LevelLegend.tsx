import { LevelBadge, type CauseLevel } from './LevelBadge';
import styles from './LevelBadge.module.css';

const MEANINGS: [CauseLevel, string][] = [
  ['proven', 'an event’s body sets it'],
  ['strong', 'event, tool and time agree'],
  ['likely', 'one person wrote the object'],
  ['tool-only', 'only a tool is known'],
  ['ambiguous', 'two or more fit'],
  ['none', 'first seen only'],
];

/**
 * What the levels mean, one line at the foot of a table.
 *
 * @public
 */
export function LevelLegend() {
  return (
    <dl className={styles.legend} aria-label="How sure are we?">
      <div className={styles.question} aria-hidden>
        <dt>How sure are we?</dt>
        <dd />
      </div>
      {MEANINGS.map(([level, meaning]) => (
        <div key={level}>
          <dt>
            <LevelBadge level={level} />
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
