import { classifyManager, type ManagerLists } from '@plumbline/kube-drift';
import type {
  FightRecord,
  FindingRecord,
  FindingValueRecord,
} from '../../records';

const DAY = 86_400_000;
/** From as many returns in a day on, somebody or something insists. */
const MANY_RETURNS = 3;

/** What a fight is seen by. */
export interface FightEvidence {
  /** The last values of findings, the oldest first. */
  values: readonly FindingValueRecord[];
  /** When the incident came back. */
  reopenedTimes: readonly number[];
  now: number;
  /** What the operator says of field managers. */
  managers: ManagerLists;
}

/**
 * Says whether two writers set a field in turn: it went from one value to another and back within a day, set by two
 * managers of which at least one is no tool of people; or it came back three times within a day.
 *
 * @param members - findings of one incident
 * @returns the fight about the field with the most turns; undefined when there is none
 */
export function detectFight(
  members: readonly FindingRecord[],
  { values, reopenedTimes, now, managers }: FightEvidence,
): FightRecord | undefined {
  const insists =
    reopenedTimes.filter(time => time > now - DAY).length >= MANY_RETURNS;
  const byFinding = valuesByFinding(values);
  const fights = members.flatMap(({ id, path }) => {
    const recent = (byFinding.get(id) ?? []).filter(({ at }) => at > now - DAY);
    return recent.length > 2 && (insists || turnsBack(recent, managers))
      ? [toFight(path, recent)]
      : [];
  });
  return fights.sort((a, b) => b.turns - a.turns)[0];
}

/** The values of each finding, the oldest first. */
export function valuesByFinding(
  values: readonly FindingValueRecord[],
): Map<string, FindingValueRecord[]> {
  const byFinding = new Map<string, FindingValueRecord[]>();
  for (const value of values) {
    const known = byFinding.get(value.findingId);
    if (known) {
      known.push(value);
    } else {
      byFinding.set(value.findingId, [value]);
    }
  }
  return byFinding;
}

/** A, B, A by two managers. */
function turnsBack(
  values: readonly FindingValueRecord[],
  managers: ManagerLists,
): boolean {
  const isHandTool = (manager: string) =>
    classifyManager(manager, managers) === 'human-tool';
  return values.slice(2).some((third, index) => {
    const [first, second] = [values[index], values[index + 1]];
    return (
      first.liveDigest === third.liveDigest &&
      first.liveDigest !== second.liveDigest &&
      first.manager !== undefined &&
      second.manager !== undefined &&
      first.manager === third.manager &&
      first.manager !== second.manager &&
      !(isHandTool(first.manager) && isHandTool(second.manager))
    );
  });
}

function toFight(
  path: string,
  values: readonly FindingValueRecord[],
): FightRecord {
  return {
    managers: distinct(values.flatMap(({ manager }) => manager ?? [])),
    path,
    since: values[0].at,
    turns: values.length - 1,
    values: values.some(({ value }) => isMasked(value))
      ? []
      : distinctBy(values, ({ liveDigest }) => liveDigest).flatMap(
          ({ value }) => (value === undefined ? [] : [value]),
        ),
  };
}

/** Whether a value, or something in it, must not be shown. */
function isMasked(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  return (
    ('masked' in value && value.masked === true) ||
    Object.values(value).some(isMasked)
  );
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)];
}

function distinctBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map(item => [key(item), item])).values()];
}
