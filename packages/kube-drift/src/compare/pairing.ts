import {
  identify,
  IdentityContext,
  identityKey,
  isScopeKnown,
  ObjectIdentity,
} from '../identity/ref';
import { own } from '../values/json';
import { KubeObject, ManifestObject } from '../yaml/readManifests';

/** One object on both sides, or on one of them. */
export interface Pair {
  identity: ObjectIdentity;
  desired?: ManifestObject;
  live?: KubeObject;
  /** How often desired declares the object; the last declaration counts. */
  declarations: number;
}

/** Pairs desired with live by group, kind, namespace and name. */
export function pairObjects(
  desired: readonly ManifestObject[],
  live: readonly KubeObject[],
  context: IdentityContext,
): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const manifest of desired) {
    const identity = identify(manifest.object, context);
    const key = identityKey(identity);
    const known = pairs.get(key);
    pairs.set(key, {
      identity,
      desired: manifest,
      declarations: (known?.declarations ?? 0) + 1,
    });
  }
  const strangers: Stranger[] = [];
  for (const object of live) {
    const identity = identify(object, context);
    const key = identityKey(identity);
    const pair = pairs.get(key);
    if (pair) {
      pair.live ??= object; // read twice: in a list, and by itself
    } else {
      strangers.push(strangerOf(object, identity, context));
    }
  }
  pairStrangers(strangers, pairs);
  return [...pairs.values()];
}

/** A live object that desired does not declare by the same name. */
interface Stranger {
  key: string;
  identity: ObjectIdentity;
  object: KubeObject;
}

/**
 * Of a kind that nobody knows, a live object without a namespace is outside of
 * all, not in the default one: the API server always names it.
 */
function strangerOf(
  object: KubeObject,
  identity: ObjectIdentity,
  context: IdentityContext,
): Stranger {
  const found =
    isScopeKnown(identity, context) ||
    own(object.metadata, 'namespace') !== undefined
      ? identity
      : identify(object, { ...context, defaultNamespace: undefined });
  return { key: identityKey(found), identity: found, object };
}

function pairStrangers(
  strangers: readonly Stranger[],
  pairs: Map<string, Pair>,
): void {
  const counts = countNames(strangers);
  const lonely = groupWithoutNamespace(pairs.values());
  for (const { key, identity, object } of strangers) {
    const name = withoutNamespace(identity);
    const pair =
      counts.get(name) === 1
        ? partnerOf(identity, lonely.get(name) ?? [])
        : undefined;
    if (pair) {
      pair.live = object;
      pair.identity = { ...pair.identity, namespace: identity.namespace };
    } else {
      pairs.set(key, { identity, live: object, declarations: 0 });
    }
  }
}

/** Declared objects that are not live, by kind and name. */
function groupWithoutNamespace(pairs: Iterable<Pair>): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    if (pair.live === undefined) {
      const name = withoutNamespace(pair.identity);
      const group = groups.get(name) ?? [];
      group.push(pair);
      groups.set(name, group);
    }
  }
  return groups;
}

/**
 * A namespace that only one side names is no contradiction: a manifest may
 * leave it to whoever applies it, and a live object without one is
 * cluster-scoped, whatever its manifest says.
 */
function partnerOf(
  identity: ObjectIdentity,
  namesakes: readonly Pair[],
): Pair | undefined {
  const candidates = namesakes.filter(
    pair =>
      (pair.identity.namespace === undefined) !==
      (identity.namespace === undefined),
  );
  return candidates.length === 1 ? candidates[0] : undefined;
}

function withoutNamespace(identity: ObjectIdentity): string {
  return identityKey({ ...identity, namespace: undefined });
}

/** How many of them share a kind and a name, in whatever namespace. */
function countNames(strangers: readonly Stranger[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { identity } of strangers) {
    const key = withoutNamespace(identity);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
