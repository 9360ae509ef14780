import { isList, isMap, JsonValue, own } from '../values/json';
import { checkIgnoreRule } from './checkIgnoreRule';
import { IgnoreRule } from './ignoreRule';

/**
 * What became of Argo CD's `ignoreDifferences`: rules, and for each entry that
 * cannot be taken over a message. Nothing is taken over by half in silence.
 *
 * @public
 */
export interface ImportedIgnoreRules {
  rules: IgnoreRule[];
  refused: string[];
}

type Objects = Pick<IgnoreRule, 'group' | 'kind' | 'name' | 'namespace'>;

/**
 * Reads the `ignoreDifferences` of an Argo CD Application: JSON Pointers, the
 * subset of jq that names paths, and field managers.
 *
 * As in Argo CD an entry without a group means the core group, `*` any group
 * or kind. Each rule is told by its own title.
 *
 * @public
 */
export function importArgoIgnoreDifferences(
  entries: unknown,
): ImportedIgnoreRules {
  const imported: ImportedIgnoreRules = { rules: [], refused: [] };
  if (!isList(entries)) {
    return {
      rules: [],
      refused: ['ignoreDifferences is no list'],
    };
  }
  entries.forEach((entry, index) => importEntry(entry, index, imported));
  return { ...imported, rules: withOwnTitles(imported.rules) };
}

function importEntry(
  entry: JsonValue,
  index: number,
  { rules, refused }: ImportedIgnoreRules,
): void {
  const objects = objectsOf(entry);
  if (typeof objects === 'string') {
    refused.push(`entry ${index + 1}: ${objects}`);
    return;
  }
  const places: IgnoreRule[] = [
    ...texts(entry, 'jsonPointers').map(jsonPointer => ({ jsonPointer })),
    ...texts(entry, 'jqPathExpressions').map(jq => ({ jq })),
    ...texts(entry, 'managedFieldsManagers').map(manager => ({ manager })),
  ];
  if (places.length === 0) {
    refused.push(
      `entry ${
        index + 1
      }: none of jsonPointers, jqPathExpressions, managedFieldsManagers`,
    );
  }
  for (const place of places) {
    const rule = { title: titleOf(objects, place), ...objects, ...place };
    const message = checkIgnoreRule(rule)?.message;
    if (message === undefined) {
      rules.push(rule);
    } else {
      refused.push(message);
    }
  }
}

/** What the entry is for, or why that cannot be said in a rule. */
function objectsOf(entry: JsonValue): Objects | string {
  if (!isMap(entry)) {
    return 'no mapping';
  }
  const group = text(entry, 'group') ?? '';
  const kind = text(entry, 'kind') ?? '';
  const name = text(entry, 'name') ?? '';
  const namespace = text(entry, 'namespace') ?? '';
  if (kind === '') {
    return 'no kind; Argo CD applies it to nothing';
  }
  const pattern = [group, kind].find(
    part => part !== '*' && /[*?[\]{}]/.test(part),
  );
  if (pattern !== undefined) {
    return `the pattern ${pattern} is not understood, only * for all`;
  }
  return {
    ...(group !== '*' && { group }),
    ...(kind !== '*' && { kind }),
    ...(name !== '' && { name }),
    ...(namespace !== '' && { namespace }),
  };
}

function titleOf({ kind, name }: Objects, place: IgnoreRule): string {
  const objects = [kind ?? 'all kinds', name].filter(Boolean).join('/');
  const where = place.jsonPointer ?? place.jq ?? `manager ${place.manager}`;
  return `Argo CD: ${objects} ${where}`;
}

/** Two entries may differ only in what a title does not hold. */
function withOwnTitles(rules: readonly IgnoreRule[]): IgnoreRule[] {
  const seen = new Map<string, number>();
  return rules.map(rule => {
    const title = rule.title ?? '';
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return count === 1 ? rule : { ...rule, title: `${title} (${count})` };
  });
}

function text(entry: JsonValue, name: string): string | undefined {
  const value = own(entry, name);
  return typeof value === 'string' ? value.trim() : undefined;
}

function texts(entry: JsonValue, name: string): string[] {
  const value = own(entry, name);
  return isList(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}
