import type { NormalizedEvent } from '../../event/NormalizedEvent';
import { deed, type Deed } from '../Deed';
import { changedLeaves } from './changedLeaves';
import { env, image, resources } from './containers';
import { data } from './data';
import type { Changed, Facet } from './Facet';
import type { Leaf } from './leaves';
import { annotations, labels } from './metadata';
import { replicas } from './replicas';
import { listed } from './shownValue';
import { cordon, pause, restart, suspend } from './switches';

const FACETS: readonly Facet[] = [
  replicas,
  image,
  env,
  resources,
  restart,
  pause,
  suspend,
  cordon,
  data,
  labels,
  annotations,
];

/** What an update or a patch changed; undefined where the bodies do not tell. */
export function changeDeed(
  e: NormalizedEvent,
  changed: Changed,
  before: unknown,
): Deed | undefined {
  const leaves = changedLeaves(e, before);
  const touched = FACETS.map(facet => ({
    facet,
    held: leaves.filter(({ path }) => facet.holds(path, changed.object)),
  })).filter(({ held }) => held.length > 0);
  const nouns = touched.map(({ facet }) => facet.noun);
  if (nouns.length === 0) {
    return undefined;
  }
  const told = touched.reduce((sum, { held }) => sum + held.length, 0);
  if (told < leaves.length) {
    nouns.push('other fields');
  }
  const [{ facet, held }] = touched;
  return nouns.length === 1
    ? facet.deed(held as [Leaf, ...Leaf[]], changed)
    : deed('changed', 'change', `the ${listed(nouns)} of ${changed.name}`);
}
