/** What moving between marks needs to know of one. @internal */
export interface MarkPlace {
  id: string;
  /** Index of the lane, from the top. */
  lane: number;
  /** Milliseconds of the epoch. */
  time: number;
}

/**
 * Where the focus goes by a key: left and right in time through all lanes, up and down to the nearest mark of the next
 * lane that has one, Home and End to the first and the last.
 *
 * @param places - all marks, in any order
 * @returns the id of the mark, or `undefined` when the key leads nowhere.
 * @internal
 */
export function markNeighbour(
  places: MarkPlace[],
  currentId: string,
  key: string,
): string | undefined {
  const ordered = [...places].sort(
    (left, right) => left.time - right.time || left.lane - right.lane,
  );
  const index = ordered.findIndex(place => place.id === currentId);
  const current = ordered[index];
  if (!current) {
    return undefined;
  }
  switch (key) {
    case 'ArrowLeft':
      return ordered[index - 1]?.id;
    case 'ArrowRight':
      return ordered[index + 1]?.id;
    case 'Home':
      return ordered[0].id;
    case 'End':
      return ordered[ordered.length - 1].id;
    case 'ArrowUp':
    case 'ArrowDown':
      return nearestInNextLane(ordered, current, key === 'ArrowUp' ? -1 : 1);
    default:
      return undefined;
  }
}

function nearestInNextLane(
  places: MarkPlace[],
  current: MarkPlace,
  direction: 1 | -1,
): string | undefined {
  const beyond = places.filter(
    place => (place.lane - current.lane) * direction > 0,
  );
  const lane = Math.min(
    ...beyond.map(place => Math.abs(place.lane - current.lane)),
  );
  return beyond
    .filter(place => Math.abs(place.lane - current.lane) === lane)
    .sort(
      (left, right) =>
        Math.abs(left.time - current.time) -
        Math.abs(right.time - current.time),
    )[0]?.id;
}
