import { deed } from '../Deed';
import type { Facet } from './Facet';
import { listed } from './shownValue';

/** Keys of a ConfigMap or a Secret; never their values. */
export const data: Facet = {
  noun: 'data',
  holds: ([field], { apiGroup, resource }) =>
    apiGroup === '' &&
    (resource === 'configmaps' || resource === 'secrets') &&
    /^(data|binaryData|stringData)$/.test(field),
  deed: (leaves, { name }) => {
    const keys = leaves
      .map(({ path }) => path[1] ?? '')
      .filter(key => key !== '');
    if (keys.length === 0) {
      return deed('changed', 'change', `the data of ${name}`);
    }
    const noun = new Set(keys).size === 1 ? 'key' : 'keys';
    const what = `the ${noun} ${listed(keys)} of ${name}`;
    return leaves.every(({ value }) => value === null)
      ? deed('removed', 'remove', what)
      : deed('changed', 'change', what);
  },
};
