import { deed } from '../Deed';
import type { Facet } from './Facet';
import { belowContainers } from './podTemplate';
import { fromTo, listed, shownValue } from './shownValue';

export const image: Facet = {
  noun: 'image',
  holds: (path, object) => {
    const [, field, ...deeper] = belowContainers(path, object) ?? [];
    return field === 'image' && deeper.length === 0;
  },
  deed: (leaves, { name }) => {
    const [leaf, ...others] = leaves;
    if (others.length === 0) {
      const change = fromTo(leaf.before, leaf.value);
      return deed('set', 'set', `the image of ${name}${change}`);
    }
    const images = leaves
      .map(({ value }) => shownValue(value))
      .filter(value => value !== undefined);
    return deed('set', 'set', `the images of ${name} to ${listed(images)}`);
  },
};

/** Names only: a value may well be a credential. */
export const env: Facet = {
  noun: 'env',
  holds: (path, object) =>
    /^env(From)?$/.test(belowContainers(path, object)?.[1] ?? ''),
  deed: (leaves, { name, object }) => {
    const names = leaves
      .map(({ path }) => belowContainers(path, object)?.[2] ?? '')
      .filter(variable => variable !== '');
    const what = names.length > 0 ? `env ${listed(names)}` : 'env';
    return leaves.every(({ value }) => value === null)
      ? deed('removed', 'remove', `${what} of ${name}`)
      : deed('changed', 'change', `${what} of ${name}`);
  },
};

export const resources: Facet = {
  noun: 'resources',
  holds: (path, object) => belowContainers(path, object)?.[1] === 'resources',
  deed: ([leaf, ...others], { name, object }) => {
    const [container, , ...field] = belowContainers(leaf.path, object) ?? [];
    const change = fromTo(leaf.before, leaf.value);
    if (others.length > 0 || field.length !== 2 || !change) {
      return deed('changed', 'change', `the resources of ${name}`);
    }
    const of = container ? `container ${container} of ${name}` : name;
    const [bound, resource] = field;
    const what = `${resource} ${bound.replace(/s$/, '')}`;
    return deed('set', 'set', `the ${what} of ${of}${change}`);
  },
};
