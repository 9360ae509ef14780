import type { Draft } from './Draft';
import type { Finding } from './Session';

/** Faster than anybody types the next command. */
const ONE_COMMAND = 1_000_000;

const SHOWN_FILES = 5;

/**
 * One command line may name several objects: the same command for other
 * objects right after it, by the same client, is joined.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const ordered = [...findings].sort((a, b) => a.shown.index - b.shown.index);
  const merged: Finding[] = [];
  const open = new Map<string, Finding>();
  for (const finding of ordered) {
    const key = finding.draft.mergeable ? sameness(finding.draft) : undefined;
    const into = key === undefined ? undefined : open.get(key);
    if (into && startOf(finding) - endOf(into) <= ONE_COMMAND) {
      into.draft = join(into.draft, finding.draft);
      into.parts = [...into.parts, ...finding.parts];
    } else {
      const copy = { ...finding };
      merged.push(copy);
      if (key !== undefined) {
        open.set(key, copy);
      }
    }
  }
  return merged;
}

function sameness(draft: Draft): string {
  return JSON.stringify({ ...draft, targets: undefined, about: undefined });
}

function join(a: Draft, b: Draft): Draft {
  const names = new Set(a.targets.map(t => `${t.resource}/${t.name}`));
  const about = [
    ...new Set([
      ...(a.about?.split(', ') ?? []),
      ...(b.about ? [b.about] : []),
    ]),
  ];
  return {
    ...a,
    targets: [
      ...a.targets,
      ...b.targets.filter(t => !names.has(`${t.resource}/${t.name}`)),
    ],
    about: about.length > 0 ? shorten(about).join(', ') : undefined,
  };
}

function shorten(about: string[]): string[] {
  return about.length > SHOWN_FILES
    ? [...about.slice(0, SHOWN_FILES), '…']
    : about;
}

function startOf({ parts }: Finding): number {
  return parts.reduce((time, p) => Math.min(time, p.time), Infinity);
}

function endOf({ parts }: Finding): number {
  return parts.reduce((time, p) => Math.max(time, p.time), -Infinity);
}
