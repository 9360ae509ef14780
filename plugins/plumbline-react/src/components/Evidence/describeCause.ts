import type {
  Command,
  Finding,
} from '@plumbline/backstage-plugin-plumbline-common';
import { DateTime } from 'luxon';
import type { CauseLevel } from '../LevelBadge';
import { formatRange, formatTime, readableTimes } from '../TimeText';

/** What is known of why a field differs, in the words that its level allows. @public */
export interface CauseDescription {
  level: CauseLevel;
  /** People, a tool, or what stands in their place. */
  who: string;
  /** One more line when there is no command. */
  detail: string | undefined;
  command: Command | undefined;
  /** When it happened, as sure as the level is. */
  when: string;
}

/**
 * Says who or what made a difference. A person is named at the levels that name one, a tool is not a person, and
 * without evidence only the observation is told.
 *
 * @public
 */
export function describeCause(
  finding: Finding,
  now: DateTime = DateTime.now(),
): CauseDescription {
  const { attribution, direction, owner, source } = finding;
  const commit = source?.commit;
  if (direction === 'git-ahead' && commit) {
    return {
      level: 'git-commit',
      who: commit.author ?? 'author unknown',
      detail: [commit.sha.slice(0, 7), firstLine(commit.message)]
        .filter(Boolean)
        .join(' '),
      command: undefined,
      when: formatTime(commit.time ?? finding.firstSeenAt, now),
    };
  }
  const level = attribution?.level ?? 'none';
  const command = attribution?.command;
  const wording = attribution && readableTimes(attribution.wording, now);
  switch (level) {
    case 'proven':
    case 'strong':
      return {
        level,
        who: joinNames(attribution?.principals, 'and'),
        detail: command ? undefined : wording,
        command,
        when: attribution?.time
          ? formatTime(attribution.time, now)
          : seenBetween(finding, now),
      };
    case 'likely':
      return {
        level,
        who: joinNames(attribution?.principals, 'and'),
        detail: command ? undefined : wording,
        command,
        when:
          attribution?.time && !finding.lastCleanAt
            ? formatTime(attribution.time, now)
            : seenBetween(finding, now),
      };
    case 'ambiguous':
      return {
        level,
        who: joinNames(attribution?.principals, 'or'),
        detail: wording,
        command: undefined,
        when: seenBetween(finding, now),
      };
    case 'tool-only':
      return {
        level,
        who: owner ? `Manager ${owner.manager}` : 'A tool',
        detail: wording,
        command: undefined,
        when: owner?.time
          ? `by ${formatTime(owner.time, now)}`
          : seenBetween(finding, now),
      };
    default:
      return {
        level: 'none',
        who: 'Cause unknown',
        detail: wording ?? `First seen ${seenBetween(finding, now)}`,
        command: undefined,
        when: seenBetween(finding, now),
      };
  }
}

/**
 * When a change without an exact time happened: after the last look that was clean, before the first that was not.
 */
function seenBetween(finding: Finding, now: DateTime): string {
  return finding.lastCleanAt
    ? formatRange(finding.lastCleanAt, finding.firstSeenAt, now)
    : `by ${formatTime(finding.firstSeenAt, now)}`;
}

function joinNames(names: string[] | undefined, word: 'and' | 'or'): string {
  return names?.length ? names.join(` ${word} `) : 'unknown';
}

function firstLine(text: string | undefined): string | undefined {
  return text?.split('\n', 1)[0];
}
