import { isMap, JsonMap, JsonValue, own, sameJson } from '../values/json';
import { isServerAnnotation, isServerMetadata } from './serverFields';

/**
 * Whether both sides say the same, field for field, beside what the API server
 * alone writes. Nothing is then changed, stale or added, whoever owns what.
 * Quicker by far than a comparison, and most objects are as they should be.
 */
export function sameDeclaration(desired: JsonMap, live: JsonMap): boolean {
  return (
    sameMembers(desired, live, isOutside) &&
    sameMetadata(own(desired, 'metadata'), own(live, 'metadata'))
  );
}

function isOutside(name: string): boolean {
  return name === 'status' || name === 'metadata';
}

function sameMetadata(
  desired: JsonValue | undefined,
  live: JsonValue | undefined,
): boolean {
  return (
    isMap(desired) &&
    isMap(live) &&
    sameMembers(
      desired,
      live,
      name => name === 'annotations' || isServerMetadata(name),
    ) &&
    sameMembers(
      mapOrEmpty(own(desired, 'annotations')),
      mapOrEmpty(own(live, 'annotations')),
      isServerAnnotation,
    )
  );
}

function mapOrEmpty(value: JsonValue | undefined): JsonMap {
  return isMap(value) ? value : {};
}

function sameMembers(
  desired: JsonMap,
  live: JsonMap,
  skip: (name: string) => boolean,
): boolean {
  let surplus = 0;
  for (const name of Object.keys(live)) {
    surplus += skip(name) ? 0 : 1;
  }
  for (const name of Object.keys(desired)) {
    if (!skip(name)) {
      surplus -= 1;
      if (!sameJson(desired[name], own(live, name))) {
        return false;
      }
    }
  }
  return surplus === 0;
}
