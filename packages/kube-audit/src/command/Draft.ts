import type { Confidence } from './Command';
import { shellQuote } from './shellQuote';

/** An object a command names. */
export interface Target {
  resource: string;
  name?: string;
}

/**
 * A command line before it is written: words are raw (quoted when rendered),
 * except placeholders such as `<file>`.
 */
export interface Draft {
  verb: string;
  targets: Target[];
  /** Words after the targets, such as `key=value`. */
  words?: string[];
  flags?: Flag[];
  namespace?: string;
  allNamespaces?: boolean;
  /** What stands after `--`. */
  argv?: string[];
  /** `type/name` instead of `type name`, as exec and logs need it. */
  slash?: boolean;
  /** Shown as a comment: what the placeholder was about. */
  about?: string;
  confidence: Confidence;
  missing: string[];
  /** Same draft for other objects right after it is one command line. */
  mergeable?: boolean;
}

/** A flag with its value; true for a switch. */
export type Flag = [name: string, value: string | true];

const PLACEHOLDER = /^<[A-Za-z][\w |.-]*>$/;

/** Writes a draft as a POSIX shell line; `as` are the flags of impersonation. */
export function renderDraft(draft: Draft, as: Flag[]): string {
  const words = [
    'kubectl',
    draft.verb,
    ...renderTargets(draft),
    ...(draft.words ?? []).map(quote),
    ...(draft.flags ?? []).map(renderFlag),
    ...scope(draft),
    ...as.map(renderFlag),
    ...(draft.argv ? ['--', ...draft.argv.map(shellQuote)] : []),
  ];
  const line = words.join(' ');
  return draft.about ? `${line}  # ${comment(draft.about)}` : line;
}

function renderTargets({ targets, slash }: Draft): string[] {
  const resources = new Set(targets.map(t => t.resource));
  if (targets.length === 0) {
    return [];
  }
  if (targets.every(t => t.name === undefined)) {
    return [[...resources].join(',')];
  }
  if (resources.size === 1 && !slash) {
    const [resource] = resources;
    const names = targets.flatMap(t =>
      t.name === undefined ? [] : [quote(t.name)],
    );
    return resource ? [resource, ...names] : names;
  }
  return targets.map(t =>
    t.name === undefined ? t.resource : quote(`${t.resource}/${t.name}`),
  );
}

function scope({ namespace, allNamespaces }: Draft): string[] {
  if (allNamespaces) {
    return ['-A'];
  }
  return namespace ? ['-n', quote(namespace)] : [];
}

function renderFlag([name, value]: Flag): string {
  if (value === true) {
    return name;
  }
  return name.startsWith('--')
    ? `${name}=${quote(value)}`
    : `${name} ${quote(value)}`;
}

function quote(word: string): string {
  return PLACEHOLDER.test(word) ? word : shellQuote(word);
}

/** A comment ends with its line, so it must not contain another one. */
function comment(text: string): string {
  return shellQuote(text).replace(/\n/g, ' ').replace(/^'|'$/g, '');
}
