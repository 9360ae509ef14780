import {
  timelineFixture,
  timelineItemFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { layoutTimeline } from './layoutTimeline';
import { packRows } from './packRows';
import { type LabelWish, placeLabels, textWidth } from './placeLabels';

const HOUR = {
  from: Date.parse('2026-11-20T13:30:00Z'),
  to: Date.parse('2026-11-20T14:30:00Z'),
};

describe('packRows', () => {
  it('keeps marks apart in as few rows as possible', () => {
    expect(packRows([10, 40, 45, 70], 13, 3)).toEqual([0, 0, 1, 0]);
  });

  it('shares the row that was free longest when all are taken', () => {
    expect(packRows([10, 12, 14, 16, 18], 13, 3)).toEqual([0, 1, 2, 0, 1]);
  });
});

describe('placeLabels', () => {
  const bounds = { left: 0, right: 400 };
  const wish = (changes: Partial<LabelWish>): LabelWish => ({
    id: 'a',
    x: 200,
    y: 100,
    text: 'omar: set image',
    note: '13:47:36',
    priority: 0,
    ...changes,
  });

  it('stands centred where there is room', () => {
    expect(placeLabels([wish({})], [], bounds)).toEqual([
      {
        id: 'a',
        text: 'omar: set image',
        note: '13:47:36',
        x: 200,
        textY: 88,
        noteY: 121,
        anchor: 'middle',
      },
    ]);
  });

  it('turns away from the edges', () => {
    expect(placeLabels([wish({ x: 8 })], [], bounds)[0].anchor).toBe('start');
    expect(placeLabels([wish({ x: 392 })], [], bounds)[0].anchor).toBe('end');
  });

  it('serves the more important first, and leaves out what fits nowhere', () => {
    const labels = placeLabels(
      [
        wish({ id: 'near', x: 204, priority: 1 }),
        wish({ id: 'own', x: 200, priority: 0 }),
      ],
      [],
      { left: 140, right: 270 },
    );
    expect(labels.map(label => label.id)).toEqual(['own']);
  });

  it('turns labels so that neighbours find room', () => {
    const labels = placeLabels(
      [
        wish({ id: 'early', x: 120, text: 'omar: kubectl debug' }),
        wish({ id: 'late', x: 224 }),
      ],
      [{ left: 250, right: 280, top: 70, bottom: 130 }],
      bounds,
    );
    expect(labels.map(label => [label.id, label.anchor])).toEqual([
      ['early', 'end'],
      ['late', 'end'],
    ]);
  });

  it('gives the note up before the text', () => {
    const below = { left: 0, right: 400, top: 110, bottom: 130 };
    expect(placeLabels([wish({})], [below], bounds)).toEqual([
      expect.objectContaining({ note: undefined, anchor: 'middle' }),
    ]);
  });
});

describe('layoutTimeline', () => {
  it('puts marks on the lines of their lanes at their times', () => {
    const layout = layoutTimeline(timelineFixture(), HOUR, 1092);
    expect(layout.lanes.map(item => item.lane)).toEqual([
      'audit',
      'git',
      'sync',
      'drift',
    ]);
    const commit = layout.marks.find(item => item.lane === 'git');
    expect(commit?.y).toBe(layout.lanes[1].y);
    expect(commit?.x).toBeCloseTo(72 + (47.5 / 60) * 1000, 5);
  });

  it('writes of losses close together only the longest, and draws all', () => {
    const loss = (from: string, to: string, text: string) => ({
      from: `2026-11-20T${from}Z`,
      to: `2026-11-20T${to}Z`,
      text,
    });
    const { losses } = layoutTimeline(
      timelineFixture({
        losses: [
          loss('13:40:00', '13:41:00', '1 event lost'),
          loss('13:41:30', '13:46:00', '2,100 events lost'),
          loss('14:20:00', '14:20:10', '7 events lost'),
        ],
      }),
      HOUR,
      1088,
    );
    expect(losses.map(({ text }) => text)).toEqual([
      undefined,
      '2,100 events lost',
      '7 events lost',
    ]);
  });

  it('has the remark of a lane above all of its marks', () => {
    const { lanes, marks } = layoutTimeline(
      timelineFixture({
        items: [1, 2, 3].map(second =>
          timelineItemFixture({
            id: `sync ${second}`,
            lane: 'sync',
            time: `2026-11-20T13:31:0${second}.000Z`,
          }),
        ),
      }),
      HOUR,
      1088,
    );
    const top = Math.min(...marks.map(({ y }) => y));
    expect(top).toBeLessThan(lanes[2].y);
    expect(lanes[2].remarkY).toBeLessThan(top - 7);
  });

  it('keeps the losses with their words, and the remark of a lane', () => {
    const layout = layoutTimeline(timelineFixture(), HOUR, 1088);
    expect(layout.losses).toEqual([
      expect.objectContaining({ text: '21 events lost' }),
    ]);
    expect(layout.lanes[2].remark).toMatch(/^Last sync 11:52:40/);
    const later = { from: HOUR.to, to: HOUR.to + 3_600_000 };
    expect(layoutTimeline(timelineFixture(), later, 1088).losses).toEqual([]);
  });

  it('never writes one label over another, or over a remark', () => {
    const items = Array.from({ length: 40 }, (_, index) =>
      timelineItemFixture({
        id: `item ${index}`,
        lane: index % 2 ? 'sync' : 'audit',
        time: new Date(HOUR.from + index * 61_000).toISOString(),
      }),
    );
    const { labels, lanes } = layoutTimeline(
      timelineFixture({ items }),
      HOUR,
      900,
    );
    const boxes = labels.map(({ x, textY, text, anchor }) => {
      const width = textWidth(text);
      const left = x - { start: 0, middle: width / 2, end: width }[anchor];
      return { left, right: left + width, y: textY };
    });
    expect(labels.length).toBeGreaterThan(3);
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        expect(
          Math.abs(box.y - other.y) >= 10 ||
            box.right <= other.left ||
            other.right <= box.left,
        ).toBe(true);
      }
    }
    const remarkEnd = 72 + textWidth(lanes[2].remark ?? '');
    const onRemark = boxes.filter(
      box => Math.abs(box.y - (lanes[2].y - 10)) < 8 && box.left < remarkEnd,
    );
    expect(onRemark).toEqual([]);
  });

  it('grows a lane in which marks lie on each other', () => {
    const items = [0, 1, 2].map(index =>
      timelineItemFixture({
        id: `item ${index}`,
        time: new Date(HOUR.from + 600_000 + index * 1000).toISOString(),
      }),
    );
    const flat = layoutTimeline(timelineFixture({ items: [] }), HOUR, 1000);
    const high = layoutTimeline(timelineFixture({ items }), HOUR, 1000);
    expect(new Set(high.marks.map(mark => mark.y)).size).toBe(3);
    expect(high.height).toBe(flat.height + 32);
  });
});
