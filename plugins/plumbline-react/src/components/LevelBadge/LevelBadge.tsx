import type {
  AttributionLevel,
  IncidentSummary,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  RiCheckLine,
  RiGitCommitLine,
  RiGroupLine,
  RiQuestionLine,
  RiToolsLine,
} from '@remixicon/react';
import styles from './LevelBadge.module.css';
import { LevelBars } from './LevelBars';

/** How sure we are of a cause; a commit stands in for the level when Git is ahead. @public */
export type CauseLevel = AttributionLevel | IncidentSummary['level'];

/** The word of each level. Every screen says it with this word. @public */
export const LEVEL_WORDS: Record<CauseLevel, string> = {
  proven: 'Proven',
  strong: 'Strong',
  likely: 'Likely',
  'tool-only': 'Tool only',
  ambiguous: 'Ambiguous',
  none: 'No evidence',
  'git-commit': 'Git commit',
};

/**
 * How sure an attribution is: by shape and word first, colour second. No person's name stands without it.
 *
 * @public
 */
export function LevelBadge(props: { level: CauseLevel }) {
  return (
    <span className={styles.badge} data-level={props.level}>
      <LevelIcon level={props.level} />
      {LEVEL_WORDS[props.level]}
    </span>
  );
}

function LevelIcon(props: { level: CauseLevel }) {
  switch (props.level) {
    case 'proven':
      return <RiCheckLine size={14} aria-hidden />;
    case 'strong':
      return <LevelBars filled={3} />;
    case 'likely':
      return <LevelBars filled={2} />;
    case 'tool-only':
      return <RiToolsLine size={14} aria-hidden />;
    case 'ambiguous':
      return <RiGroupLine size={14} aria-hidden />;
    case 'git-commit':
      return <RiGitCommitLine size={14} aria-hidden />;
    default:
      return <RiQuestionLine size={14} aria-hidden />;
  }
}
