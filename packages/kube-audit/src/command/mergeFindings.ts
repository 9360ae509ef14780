import type { Draft, Target } from './Draft';
import type { Finding } from './Session';

/** Faster than anybody types the next command. */
const ONE_COMMAND = 1_000_000;

/** No command line that a person reads names more objects. */
const MOST_FINDINGS = 100;

const SHOWN_FILES = 5;

/**
 * One command line may name several objects: the same command for other
 * objects right after it, by the same client, is joined.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const ordered = [...findings].sort((a, b) => a.shown.index - b.shown.index);
  const groups: Finding[][] = [];
  const open = new Map<string, { group: Finding[]; end: number }>();
  for (const finding of ordered) {
    const key = finding.draft.mergeable ? sameness(finding.draft) : undefined;
    const last = key === undefined ? undefined : open.get(key);
    const joins =
      last !== undefined &&
      startOf(finding) - last.end <= ONE_COMMAND &&
      last.group.length < MOST_FINDINGS;
    if (joins) {
      last.group.push(finding);
      last.end = Math.max(last.end, endOf(finding));
    } else {
      const group = [finding];
      groups.push(group);
      if (key !== undefined) {
        open.set(key, { group, end: endOf(finding) });
      }
    }
  }
  return groups.map(join);
}

/** Everything but the objects. */
function sameness(draft: Draft): string {
  return JSON.stringify({ ...draft, targets: undefined, about: undefined });
}

function join(group: Finding[]): Finding {
  const [first] = group;
  if (group.length === 1) {
    return first;
  }
  return {
    shown: first.shown,
    parts: group.flatMap(f => f.parts),
    draft: {
      ...first.draft,
      targets: distinct(group.flatMap(f => f.draft.targets)),
      about: shorten(group.map(f => f.draft.about)),
    },
  };
}

function distinct(targets: Target[]): Target[] {
  const byName = new Map(targets.map(t => [`${t.resource}/${t.name}`, t]));
  return [...byName.values()];
}

function shorten(about: (string | undefined)[]): string | undefined {
  const all = [...new Set(about.filter(a => a !== undefined))];
  const shown = all.slice(0, SHOWN_FILES);
  const more = all.length > SHOWN_FILES ? ['…'] : [];
  return all.length > 0 ? [...shown, ...more].join(', ') : undefined;
}

function startOf({ parts }: Finding): number {
  return parts.reduce((time, p) => Math.min(time, p.time), Infinity);
}

function endOf({ parts }: Finding): number {
  return parts.reduce((time, p) => Math.max(time, p.time), -Infinity);
}
