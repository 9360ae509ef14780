import { timelineItemFixture } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { laneMarks } from './laneMarks';
import { markLabel } from './markLabel';
import { pileMarks } from './pileMarks';

const SPAN = {
  from: Date.parse('2026-11-20T13:30:00Z'),
  to: Date.parse('2026-11-20T14:30:00Z'),
};

function pile(items: [id: string, clock: string, ofIncident?: boolean][]) {
  const marks = laneMarks(
    items.map(([id, clock, ofIncident = false]) =>
      timelineItemFixture({ id, time: `2026-11-20T${clock}Z`, ofIncident }),
    ),
    SPAN,
  );
  // One pixel for a second.
  const placeOf = ({ time }: { time: number }) => (time - SPAN.from) / 1_000;
  return pileMarks(marks, placeOf, { gap: 14, max: 3 }).map(mark =>
    mark.kind === 'count' ? `${mark.count} marks` : mark.id,
  );
}

describe('pileMarks', () => {
  it('leaves what can be drawn, the own mark on the line', () => {
    expect(
      pile([
        ['a', '14:00:00'],
        ['own', '14:00:05', true],
        ['b', '14:00:10'],
        ['c', '14:00:14'],
      ]),
    ).toEqual(['own', 'a', 'b', 'c']);
  });

  it('counts the others of a spot that is full', () => {
    expect(
      pile([
        ['a', '14:00:00'],
        ['b', '14:00:00'],
        ['own', '14:00:00', true],
        ['c', '14:00:00'],
        ['d', '14:05:00'],
      ]),
    ).toEqual(['own', '3 marks', 'd']);
  });
});

describe('markLabel', () => {
  it.each([
    ['jane@example.com: kubectl scale', 'jane: scale'],
    ['omar@example.com: patch', 'omar: patch'],
    ['person-7f3a: kubectl set image', 'person-7f3a: set image'],
    ['INC-3 opened', 'INC-3 opened'],
  ])('%s as %s', (label, short) => {
    expect(markLabel({ label, text: 'whole' })).toBe(short);
  });
});
