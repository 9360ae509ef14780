import { hasKey, resolvePath } from '../path/resolve';
import { isList, own } from '../values/json';
import type { DriftedField, DriftedObject } from './DriftedObject';

/**
 * Whether an element is missing from a list whose order means something, before others that are there: a patch of the
 * field alone puts it behind them. Applying the manifest keeps the order.
 */
export function needsItsPlace(
  { desired, live }: Pick<DriftedObject, 'desired' | 'live'>,
  { path, live: found }: Pick<DriftedField, 'path' | 'live'>,
): boolean {
  const element = path.at(-1);
  const list = path.at(-2);
  if (
    found !== undefined ||
    !element ||
    !('key' in element) ||
    !list ||
    !('field' in list) ||
    list.field !== 'initContainers'
  ) {
    return false;
  }
  const wanted = resolvePath(desired, path.slice(0, -1));
  const there = resolvePath(live, path.slice(0, -1));
  if (!isList(wanted) || !isList(there)) {
    return false;
  }
  const at = wanted.findIndex(item => hasKey(item, element));
  const names = new Set(there.map(item => own(item, 'name')));
  return wanted.slice(at + 1).some(item => names.has(own(item, 'name')));
}
