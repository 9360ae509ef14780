import type { IgnoreRule } from '@plumbline/kube-drift';
import { isSet, mapAt, mapsAt, textAt, textsAt, type Fields } from '../fields';

/** Flux takes names for regular expressions; only those that match nothing but themselves are taken over. */
const LITERAL = /^[a-z0-9-]+$/;

/**
 * Reads what an object of Flux ignores.
 *
 * @param parent - what the list `ignore` stands in
 * @param name - what messages call that list
 */
export function driftIgnoreRules(
  parent: Fields,
  name: string,
): {
  rules: IgnoreRule[];
  refused: string[];
} {
  const rules: IgnoreRule[] = [];
  const refused: string[] = [];
  for (const entry of mapsAt(parent, 'ignore')) {
    const target = mapAt(entry, 'target');
    const problem = problemOf(target);
    if (problem) {
      refused.push(`An entry of ${name} is not applied: ${problem}`);
      continue;
    }
    for (const jsonPointer of textsAt(entry, 'paths')) {
      rules.push({ title: `Flux ${name}`, ...scopeOf(target), jsonPointer });
    }
  }
  return { rules, refused };
}

function problemOf(target: Fields): string | undefined {
  const selector = ['labelSelector', 'annotationSelector', 'version'].find(
    name => isSet(target, name),
  );
  if (selector) {
    return `target.${selector} is not understood`;
  }
  const pattern = ['kind', 'name', 'namespace', 'group'].find(name => {
    const value = textAt(target, name);
    return (
      value !== undefined &&
      !LITERAL.test(value.toLowerCase().replace(/\./g, ''))
    );
  });
  return pattern && `target.${pattern} is a pattern`;
}

function scopeOf(target: Fields): IgnoreRule {
  const scope: IgnoreRule = {};
  for (const part of ['group', 'kind', 'name', 'namespace'] as const) {
    const value = textAt(target, part);
    if (value !== undefined) {
      scope[part] = value;
    }
  }
  return scope;
}
