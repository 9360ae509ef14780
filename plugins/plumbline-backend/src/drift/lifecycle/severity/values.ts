import { parseQuantity } from '@plumbline/kube-drift';
import { isRecord } from '../workload/reading';

/** Whether an object, a list or something in them has one of the keys with a value that switches something on. */
export function switchesOn(value: unknown, keys: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) {
    return value.some(item => switchesOn(item, keys));
  }
  return (
    isRecord(value) &&
    Object.entries(value).some(
      ([key, item]) =>
        (keys.has(key) && item !== false && item !== undefined) ||
        switchesOn(item, keys),
    )
  );
}

/** Names of the secrets from which an environment comes. */
export function secretsIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(secretsIn);
  }
  return isRecord(value)
    ? Object.entries(value).flatMap(([key, item]) =>
        (key === 'secretKeyRef' || key === 'secretRef') &&
        isRecord(item) &&
        typeof item.name === 'string'
          ? [item.name]
          : secretsIn(item),
      )
    : [];
}

/** Whether two lists hold the same elements in another order. */
export function isReordered(desired: unknown, live: unknown): boolean {
  if (
    !Array.isArray(desired) ||
    !Array.isArray(live) ||
    desired.length !== live.length
  ) {
    return false;
  }
  const texts = (list: unknown[]) => list.map(item => JSON.stringify(item));
  const [before, after] = [texts(desired), texts(live)];
  return (
    before.join() !== after.join() &&
    before.sort().join() === after.sort().join()
  );
}

/** Whether every quantity of a map, or a quantity, is more than before. */
export function isRaised(desired: unknown, live: unknown): boolean {
  if (isRecord(desired) && isRecord(live)) {
    return Object.keys(desired).every(
      key =>
        Object.hasOwn(live, key) &&
        (desired[key] === live[key] || isRaised(desired[key], live[key])),
    );
  }
  const [before, after] = [quantityOf(desired), quantityOf(live)];
  return before !== undefined && after !== undefined && after > before;
}

function quantityOf(value: unknown) {
  return typeof value === 'string' || typeof value === 'number'
    ? parseQuantity(String(value))
    : undefined;
}
