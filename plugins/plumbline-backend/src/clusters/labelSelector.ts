/** One requirement of a label selector; all of them must hold. */
export type LabelRequirement =
  | { key: string; operator: 'in' | 'notin'; values: ReadonlySet<string> }
  | { key: string; operator: 'exists' | 'absent' };

/** Thrown for a selector that Kubernetes would refuse as well. */
export class LabelSelectorSyntaxError extends Error {
  readonly name = 'LabelSelectorSyntaxError';
}

const KEY =
  /^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/**
 * Reads a label selector as `kubectl get -l` takes it: `=`, `==`, `!=`, `in`, `notin`, existence and `!`.
 *
 * @throws LabelSelectorSyntaxError
 */
export function parseLabelSelector(text: string): LabelRequirement[] {
  return splitAtCommas(text).map(parseRequirement);
}

/** Whether labels satisfy every requirement. Like in Kubernetes, `!=` and `notin` hold for an absent label. */
export function matchesLabels(
  requirements: readonly LabelRequirement[],
  labels: Readonly<Record<string, string>>,
): boolean {
  return requirements.every(requirement => {
    const value = Object.hasOwn(labels, requirement.key)
      ? labels[requirement.key]
      : undefined;
    switch (requirement.operator) {
      case 'in':
        return value !== undefined && requirement.values.has(value);
      case 'notin':
        return value === undefined || !requirement.values.has(value);
      case 'exists':
        return value !== undefined;
      default:
        return value === undefined;
    }
  });
}

function parseRequirement(text: string): LabelRequirement {
  const set = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = new Set(list.split(',').map(value => checkedValue(value)));
    return {
      key: checkedKey(key),
      operator: operator === 'in' ? 'in' : 'notin',
      values,
    };
  }
  const equality = /^([^=!]+?)\s*(==|=|!=)\s*([^=!]*)$/.exec(text);
  if (equality) {
    const [, key, operator, value] = equality;
    return {
      key: checkedKey(key),
      operator: operator === '!=' ? 'notin' : 'in',
      values: new Set([checkedValue(value)]),
    };
  }
  if (text.startsWith('!')) {
    return { key: checkedKey(text.slice(1).trim()), operator: 'absent' };
  }
  return { key: checkedKey(text), operator: 'exists' };
}

function splitAtCommas(text: string): string[] {
  if (text.trim() === '') {
    return [];
  }
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const character = text[index];
    if (character === '(') {
      depth += 1;
    } else if (character === ')') {
      depth -= 1;
    } else if (character === undefined || (character === ',' && depth === 0)) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  return parts;
}

function checkedKey(key: string): string {
  if (!KEY.test(key)) {
    throw new LabelSelectorSyntaxError(
      key === ''
        ? 'a requirement is empty'
        : `${JSON.stringify(key)} is no label key`,
    );
  }
  return key;
}

function checkedValue(text: string): string {
  const value = text.trim();
  if (!VALUE.test(value)) {
    throw new LabelSelectorSyntaxError(
      `${JSON.stringify(value)} is no label value`,
    );
  }
  return value;
}
