import { KubernetesObject } from './KubernetesObject';

/** One requirement, `true` when the labels meet it. */
type Requirement = (labels: Record<string, string>) => boolean;

function parseRequirement(text: string): Requirement {
  const set = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return operator === 'in'
      ? labels => key in labels && values.includes(labels[key])
      : labels => !(key in labels) || !values.includes(labels[key]);
  }
  const equality = /^([^!=]+?)\s*(==?|!=)\s*(.*)$/.exec(text);
  if (equality) {
    const [, key, operator, value] = equality;
    return operator === '!='
      ? labels => labels[key] !== value
      : labels => labels[key] === value;
  }
  return text.startsWith('!')
    ? labels => !(text.slice(1).trim() in labels)
    : labels => text in labels;
}

/**
 * A predicate for the `labelSelector` query parameter: `a=b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`.
 *
 * @internal
 */
export function matchesLabelSelector(
  selector: string,
): (object: KubernetesObject) => boolean {
  const requirements = selector
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean)
    .map(parseRequirement);
  return object =>
    requirements.every(holds => holds(object.metadata.labels ?? {}));
}

/**
 * A predicate for the `fieldSelector` query parameter over `metadata.name` and `metadata.namespace`,
 * the two that every resource supports.
 *
 * @throws RangeError for any other field.
 * @internal
 */
export function matchesFieldSelector(
  selector: string,
): (object: KubernetesObject) => boolean {
  const requirements = selector
    .split(',')
    .filter(Boolean)
    .map(part => {
      const match = /^metadata\.(name|namespace)(==?|!=)(.*)$/.exec(part);
      if (!match) {
        throw new RangeError(`field label not supported: ${part}`);
      }
      const [, field, operator, value] = match;
      return (object: KubernetesObject) =>
        ((object.metadata[field] ?? '') === value) === (operator !== '!=');
    });
  return object => requirements.every(holds => holds(object));
}
