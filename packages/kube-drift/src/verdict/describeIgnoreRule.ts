import { IgnoreRule } from './ignoreRule';

/** A rule in words, as it is shown with what it hides. */
export function describeIgnoreRule(rule: IgnoreRule): string {
  const title = rule.title ? `${rule.title}: ` : '';
  const reason = rule.reason ? ` (${rule.reason})` : '';
  return `${title}${placeOf(rule)}${objectsOf(rule)}${reason}`;
}

function placeOf({ path, jsonPointer, jq, regex, manager }: IgnoreRule) {
  const place = path ?? jsonPointer ?? jq ?? (regex && `/${regex}/`);
  if (manager === undefined) {
    return place ?? 'all differences';
  }
  return place === undefined
    ? `fields of manager ${manager}`
    : `${place}, where manager ${manager} owns it`;
}

function objectsOf({ group, kind, namespace, name }: IgnoreRule): string {
  const parts = [group, kind, namespace, name].filter(Boolean);
  return parts.length > 0 ? ` of ${parts.join('/')}` : '';
}
