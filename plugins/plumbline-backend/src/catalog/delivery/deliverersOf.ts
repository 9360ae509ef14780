import type { IndexedObject } from '../ownerIndex';
import { deliveriesOf } from '../resolution/deliveryTools';

/** The object by which a delivery tool brings others into a cluster, as far as those say it. */
export interface Deliverer {
  /** Cluster of the objects; that of an Application may be another. */
  cluster: string;
  kind: 'Application' | 'Kustomization' | 'HelmRelease';
  /** Undefined where it is not said: that of Argo CD. */
  namespace: string | undefined;
  name: string;
}

/**
 * What delivers objects, by the marks that only delivery tools set; what delivers most of them comes first.
 *
 * @param objects - as the owner index knows them
 */
export function deliverersOf(objects: readonly IndexedObject[]): Deliverer[] {
  const counts = new Map<string, { deliverer: Deliverer; count: number }>();
  for (const object of objects) {
    const [sure] = deliveriesOf({ object, owners: [], known: true }).filter(
      ({ mustExist }) => !mustExist,
    );
    if (sure) {
      const deliverer: Deliverer = {
        cluster: sure.key.cluster,
        kind: sure.kind,
        namespace: sure.isNamespaceKnown ? sure.key.namespace : undefined,
        name: sure.key.name,
      };
      const key = JSON.stringify(deliverer);
      const count = (counts.get(key)?.count ?? 0) + 1;
      counts.set(key, { deliverer, count });
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ deliverer }) => deliverer);
}
