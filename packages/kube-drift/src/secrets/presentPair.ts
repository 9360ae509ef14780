import { stringify } from 'yaml';
import { asStored } from '../compare/stored';
import { isMap, JsonMap, JsonValue, own } from '../values/json';
import { KubeObject } from '../yaml/readManifests';
import { maskBelow } from './sensitive';

/**
 * Both sides of an object as YAML for people, `undefined` for a side that is not there.
 *
 * @public
 */
export interface PresentedPair {
  desired: string | undefined;
  live: string | undefined;
}

const SAME = '<hidden, the same on both sides>';
const OTHER = '<hidden, not the same on both sides>';

/** What the API server notes down for itself. */
const SERVER_METADATA = new Set([
  'creationTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
]);

/**
 * Writes both sides of an object for a textual diff: keys in one order, without status and what the API server notes
 * down for itself, every value that must not be shown hidden.
 *
 * @public
 */
export function presentPair(
  desired: KubeObject | undefined,
  live: KubeObject | undefined,
): PresentedPair {
  const sides = [desired, live].map(side => side && shownPart(side));
  const [hiddenInDesired, hiddenInLive] = sides.map(hiddenValues);
  return {
    desired: present(sides[0], hiddenInLive),
    live: present(sides[1], hiddenInDesired),
  };
}

function present(
  side: JsonMap | undefined,
  other: ReadonlySet<string>,
): string | undefined {
  return (
    side &&
    stringify(
      mask(side, value => (other.has(String(value)) ? SAME : OTHER)),
      { lineWidth: 0, sortMapEntries: true, aliasDuplicateObjects: false },
    )
  );
}

function hiddenValues(side: JsonMap | undefined): ReadonlySet<string> {
  const hidden = new Set<string>();
  if (side) {
    mask(side, value => {
      hidden.add(String(value));
      return null;
    });
  }
  return hidden;
}

function mask(side: JsonMap, hide: (value: JsonValue) => JsonValue): JsonValue {
  return maskBelow(String(side.kind), [], side, hide);
}

function shownPart(object: KubeObject): JsonMap {
  const stored = asStored(object);
  const metadata = own(stored, 'metadata');
  return {
    ...without(stored, new Set(['status'])),
    ...(isMap(metadata) && { metadata: without(metadata, SERVER_METADATA) }),
  };
}

function without(map: JsonMap, names: ReadonlySet<string>): JsonMap {
  return Object.fromEntries(
    Object.entries(map).filter(([name]) => !names.has(name)),
  );
}
