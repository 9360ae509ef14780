import { isSensitiveName } from '../../command/redact';
import { deed, type Deed } from '../Deed';
import type { Changed, Facet } from './Facet';
import type { Leaf } from './leaves';
import { fromTo, listed } from './shownValue';

export const labels: Facet = {
  noun: 'labels',
  holds: path => path[0] === 'metadata' && path[1] === 'labels',
  deed: (leaves, changed) => keysDeed('label', leaves, changed),
};

export const annotations: Facet = {
  noun: 'annotations',
  holds: path => path[0] === 'metadata' && path[1] === 'annotations',
  deed: (leaves, changed) => keysDeed('annotation', leaves, changed),
};

/** Annotations hold anything; a label's value is short, and told. */
function keysDeed(
  noun: string,
  leaves: [Leaf, ...Leaf[]],
  { name, object }: Changed,
): Deed {
  const keys = leaves
    .map(({ path }) => path[2] ?? '')
    .filter(key => key !== '');
  const nouns = `${noun}${keys.length === 1 ? '' : 's'}`;
  const what = keys.length > 0 ? `${nouns} ${listed(keys)}` : nouns;
  if (leaves.every(({ value }) => value === null)) {
    return deed('removed', 'remove', `the ${what} of ${name}`);
  }
  const [{ before, value }] = leaves;
  const shown =
    noun === 'label' &&
    keys.length === 1 &&
    object.resource !== 'secrets' &&
    !isSensitiveName(keys[0]);
  const change = shown ? fromTo(before, value) : '';
  return deed('set', 'set', `the ${what} of ${name}${change}`);
}
