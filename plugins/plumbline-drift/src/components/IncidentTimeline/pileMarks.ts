import type { CountMark, LaneMark } from './laneMarks';

/**
 * Puts a number in the place of marks of which more stand on one spot than can be drawn, so that none covers another.
 * Marks of the incident itself always stay.
 *
 * @param marks - of one lane, oldest first
 * @param placeOf - pixels
 * @param limits - marks that are less than `gap` pixels from the first of them stand on its spot; `max` can be drawn there
 * @internal
 */
export function pileMarks(
  marks: LaneMark[],
  placeOf: (mark: LaneMark) => number,
  limits: { gap: number; max: number },
): LaneMark[] {
  const spots: LaneMark[][] = [];
  for (const mark of marks) {
    const spot = spots[spots.length - 1];
    if (spot && placeOf(mark) - placeOf(spot[0]) < limits.gap) {
      spot.push(mark);
    } else {
      spots.push([mark]);
    }
  }
  return spots.flatMap(spot =>
    spot.length > limits.max ? pileUp(spot) : ownFirst(spot),
  );
}

function pileUp(spot: LaneMark[]): LaneMark[] {
  const others = spot.filter(mark => !isOwn(mark));
  return others.length > 1
    ? [...spot.filter(isOwn), countOf(others)]
    : ownFirst(spot);
}

/** What comes first stands on the line of the lane. */
function ownFirst(spot: LaneMark[]): LaneMark[] {
  return [...spot.filter(isOwn), ...spot.filter(mark => !isOwn(mark))];
}

function isOwn(mark: LaneMark): boolean {
  return mark.kind === 'item' && mark.item.ofIncident;
}

function countOf(marks: LaneMark[]): CountMark {
  const from = marks[0].time;
  return {
    kind: 'count',
    id: `pile ${marks[0].id}`,
    from,
    to: marks[marks.length - 1].time,
    time: from,
    count: marks.reduce(
      (sum, mark) => sum + (mark.kind === 'count' ? mark.count : 1),
      0,
    ),
    own: 0,
  };
}
