import { isList, JsonValue, own } from '../values/json';
import { compileIgnoreRule, IgnoreRule } from './ignoreRule';

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

/**
 * Reads the `ignoreDifferences` of an Argo CD Application: JSON Pointers, the
 * subset of jq that names paths, and field managers.
 *
 * @public
 */
export function importArgoIgnoreDifferences(
  entries: unknown,
): ImportedIgnoreRules {
  const rules: IgnoreRule[] = [];
  const refused: string[] = [];
  for (const entry of list(entries)) {
    const scope = scopeOf(entry);
    const candidates: IgnoreRule[] = [
      ...texts(entry, 'jsonPointers').map(text => ({ jsonPointer: text })),
      ...texts(entry, 'jqPathExpressions').map(text => ({ jq: text })),
      ...texts(entry, 'managedFieldsManagers').map(text => ({ manager: text })),
    ];
    for (const candidate of candidates) {
      const rule = {
        ...scope,
        ...candidate,
        title: 'Argo CD ignoreDifferences',
      };
      const message = refusal(rule);
      if (message === undefined) {
        rules.push(rule);
      } else {
        refused.push(message);
      }
    }
  }
  return { rules, refused };
}

function refusal(rule: IgnoreRule): string | undefined {
  try {
    compileIgnoreRule(rule);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** In Argo CD an empty or missing part matches all; the core group is `''`. */
function scopeOf(entry: JsonValue): IgnoreRule {
  const scope: IgnoreRule = {};
  for (const part of ['group', 'kind', 'name', 'namespace'] as const) {
    const value = own(entry, part);
    if (typeof value === 'string' && value !== '' && value !== '*') {
      scope[part] = value;
    }
  }
  return scope;
}

function texts(entry: JsonValue, name: string): string[] {
  return list(own(entry, name)).filter(
    (text): text is string => typeof text === 'string',
  );
}

function list(value: unknown): JsonValue[] {
  return isList(value) ? value : [];
}
