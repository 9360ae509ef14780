import { IgnoreRule } from './ignoreRule';

/**
 * The order in which rules are asked; the first that covers a finding hides
 * it. Rules of an application go before those of the workspace, those for one
 * object before those for some objects and those before general ones, the
 * older before the newer, and last the identifier decides. A rule that does
 * not say when it was made goes after those that do.
 *
 * @returns the rules in that order; equal ones stay as they were
 * @public
 */
export function orderIgnoreRules<R extends IgnoreRule>(
  rules: readonly R[],
): R[] {
  return [...rules].sort(compareIgnoreRules);
}

/** Below 0 when `a` is asked before `b`. */
export function compareIgnoreRules(a: IgnoreRule, b: IgnoreRule): number {
  return (
    scopeRank(a) - scopeRank(b) ||
    breadth(a) - breadth(b) ||
    compareTimes(a.createdAt, b.createdAt) ||
    compareTexts(a.id, b.id)
  );
}

function scopeRank({ scope }: IgnoreRule): number {
  return scope === 'application' ? 0 : 1;
}

/** 0 for a rule that names its object, 1 for one of a kind or place, 2 for all. */
function breadth({ name, kind, namespace, group }: IgnoreRule): number {
  if (name !== undefined) {
    return 0;
  }
  return [kind, namespace, group].some(part => part !== undefined) ? 1 : 2;
}

function compareTimes(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) {
    return Number(a === undefined) - Number(b === undefined);
  }
  return Date.parse(a) - Date.parse(b);
}

function compareTexts(a: string | undefined, b: string | undefined): number {
  if (a === b) {
    return 0;
  }
  if (a === undefined || b === undefined) {
    return a === undefined ? 1 : -1;
  }
  return a < b ? -1 : 1;
}
