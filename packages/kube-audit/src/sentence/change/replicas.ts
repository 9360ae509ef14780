import { deed, type Deed } from '../Deed';
import type { Facet } from './Facet';

/** `scaled Deployment web in shop from 3 to 5`, as far as the numbers are known. */
export function scaled(object: string, before: unknown, after: unknown): Deed {
  const to = typeof after === 'number' ? ` to ${after}` : '';
  const from =
    to && typeof before === 'number' && before !== after
      ? ` from ${before}`
      : '';
  return deed('scaled', 'scale', `${object}${from}${to}`);
}

export const replicas: Facet = {
  noun: 'replicas',
  holds: path => path.join('.') === 'spec.replicas',
  deed: ([leaf], { name }) => scaled(name, leaf.before, leaf.value),
};
