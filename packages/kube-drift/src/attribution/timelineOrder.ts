import { own, ownAt } from '../values/json';
import { isObject } from './bodyEffect';
import { TimelineEntry } from './TimelineEntry';

/**
 * Requests about one object in the order in which they were carried out. An
 * event bears the time at which its answer was ready: a controller that watches
 * may have read a write before the writer got an answer. Where answers show the
 * version of the object, that version tells.
 */
export function inOrder(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const byTime = [...entries].sort(
    (a, b) => a.event.timeMicros - b.event.timeMicros,
  );
  const versions = new Map(byTime.map(entry => [entry, versionOf(entry)]));
  const byVersion = byTime
    .filter(entry => versions.get(entry) !== undefined)
    .sort((a, b) => {
      const newer = versions.get(a)! - versions.get(b)!;
      return newer === 0n ? bothSaw(a, b) : Number(newer);
    })
    .values();
  return byTime.map(entry =>
    versions.get(entry) === undefined ? entry : byVersion.next().value!,
  );
}

/**
 * Of two that show the same version: who read it had waited for who made it,
 * unless the answer was out before the write came, which then changed nothing.
 */
function bothSaw(a: TimelineEntry, b: TimelineEntry): number {
  if (a.kind === 'observation' && b.kind === 'write') {
    return a.event.timeMicros <= receivedAt(b) ? -1 : 1;
  }
  if (a.kind === 'write' && b.kind === 'observation') {
    return b.event.timeMicros <= receivedAt(a) ? 1 : -1;
  }
  return a.event.timeMicros - b.event.timeMicros;
}

function receivedAt({ event }: TimelineEntry): number {
  return event.receivedTimeMicros ?? event.timeMicros;
}

/** The version that an answer shows: a number that only grows. */
function versionOf({ event }: TimelineEntry): bigint | undefined {
  const answer = event.event.responseObject;
  const version =
    isObject(answer) || own(answer, 'kind') === 'Scale'
      ? ownAt(answer, 'metadata', 'resourceVersion')
      : undefined;
  return typeof version === 'string' && /^\d+$/.test(version)
    ? BigInt(version)
    : undefined;
}
