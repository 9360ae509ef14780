import type { NormalizedObject } from '../event/NormalizedEvent';
import { knownType } from '../object/kinds';

/** `Deployment web in shop`; without a name `a Pod in shop`. */
export function objectName(o: NormalizedObject): string {
  if (!o.name) {
    const kind = kindOf(o);
    const what = kind ? `${/^[AEIO]/.test(kind) ? 'an' : 'a'} ${kind}` : '';
    return `${what || o.resource}${placeOf(o)}`;
  }
  return `${kindOf(o) ?? o.resource} ${o.name}${placeOf(o)}`;
}

/** `Pods in shop`, `Pods in all namespaces`, `Nodes`. */
export function collectionName(o: NormalizedObject): string {
  const known = knownType(o.apiGroup, o.resource);
  const what = known ? pluralOf(known.kind, o.resource) : o.resource;
  const everywhere = !o.namespace && known?.namespaced;
  return everywhere ? `${what} in all namespaces` : `${what}${placeOf(o)}`;
}

function kindOf(o: NormalizedObject): string | undefined {
  return knownType(o.apiGroup, o.resource)?.kind ?? o.kind;
}

/** The reference of a Namespace names itself as its namespace. */
function placeOf(o: NormalizedObject): string {
  return o.namespace && o.resource !== 'namespaces' ? ` in ${o.namespace}` : '';
}

/** The resource spelled as its kind: `NetworkPolicy`, `networkpolicies` → `NetworkPolicies`. */
function pluralOf(kind: string, resource: string): string {
  let same = 0;
  while (same < kind.length && kind[same].toLowerCase() === resource[same]) {
    same += 1;
  }
  return kind.slice(0, same) + resource.slice(same);
}
