import { isObject } from '../event/json';

/** Values found at most: a wide body must not make a rule slow. */
const MAX_VALUES = 1000;

type Step = { key: string } | { all: true } | { deep: string };

const TOKEN = /\.\.([\w-]+)|\.([\w-]+)|\[\*\]|\[(\d+)\]|\['([^']*)'\]/y;

/**
 * Compiles a body path: `$.spec.containers[*].image`, `$..privileged`,
 * `$.metadata.annotations['a/b']`.
 *
 * @throws Error naming the place that is not understood
 */
export function compileBodyPath(path: string): (body: unknown) => unknown[] {
  const steps: Step[] = [];
  TOKEN.lastIndex = 1;
  while (TOKEN.lastIndex < path.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(path);
    if (!match) {
      throw new Error(`path ${path} is not understood at "${path.slice(at)}"`);
    }
    const [token, deep, key, index, quoted] = match;
    const name = key ?? index ?? quoted;
    if (deep !== undefined) {
      steps.push({ deep });
    } else {
      steps.push(token === '[*]' ? { all: true } : { key: name });
    }
  }
  return body => steps.reduce<unknown[]>(follow, [body]);
}

function follow(values: unknown[], step: Step): unknown[] {
  const next = values.flatMap(value => {
    if ('deep' in step) {
      return findDeep(value, step.deep);
    }
    return 'all' in step ? children(value) : own(value, step.key);
  });
  return next.slice(0, MAX_VALUES);
}

function own(value: unknown, key: string): unknown[] {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, key)
    ? [(value as Record<string, unknown>)[key]]
    : [];
}

function children(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  return isObject(value) ? Object.values(value) : [];
}

function findDeep(value: unknown, key: string): unknown[] {
  const found: unknown[] = [];
  const open = [value];
  while (open.length > 0 && found.length < MAX_VALUES) {
    const current = open.pop();
    found.push(...own(current, key));
    for (const child of children(current)) {
      if (typeof child === 'object' && child !== null) {
        open.push(child);
      }
    }
  }
  return found;
}
