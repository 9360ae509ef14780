import {
  hotFixDetailFixture,
  hotFixIncidentFixture,
  timelineFixture,
  timelineItemFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { DateTime } from 'luxon';
import { describeMark } from './describeMark';
import { describeSpan } from './describeSpan';
import { clip, driftBars } from './driftBars';
import { laneMarks, MAX_LANE_MARKS } from './laneMarks';
import { markNeighbour } from './markNeighbour';
import { timeScale, timeTicks } from './timeScale';
import {
  draggedWindow,
  fittingRange,
  incidentLife,
  panWindow,
  rangeWindow,
  zoomWindow,
} from './timelineWindow';

const at = (clock: string) => Date.parse(`2026-11-20T${clock}Z`);
const HOUR = { from: at('13:30:00'), to: at('14:30:00') };

describe('timeScale', () => {
  it('goes from time to place and back', () => {
    const scale = timeScale(HOUR, 100, 700);
    expect(scale.x(at('14:00:00'))).toBe(400);
    expect(scale.time(400)).toBe(at('14:00:00'));
  });
});

describe('timeTicks', () => {
  const labels = (from: number, to: number, zone = 'UTC') =>
    timeTicks({ from, to }, 7, zone).map(tick => tick.label);

  it('are round, and as many as fit', () => {
    expect(labels(HOUR.from, HOUR.to)).toEqual([
      '13:30',
      '13:40',
      '13:50',
      '14:00',
      '14:10',
      '14:20',
      '14:30',
    ]);
    expect(labels(at('13:47:31'), at('13:47:43'))).toEqual([
      '13:47:32',
      '13:47:34',
      '13:47:36',
      '13:47:38',
      '13:47:40',
      '13:47:42',
    ]);
  });

  it('carry the day at midnight', () => {
    expect(labels(at('12:00:00'), Date.parse('2026-11-21T12:00:00Z'))).toEqual([
      '12:00',
      '18:00',
      '21 Nov',
      '06:00',
      '12:00',
    ]);
    expect(labels(at('00:00:00'), Date.parse('2026-11-24T00:00:00Z'))).toEqual([
      '20 Nov',
      '21 Nov',
      '22 Nov',
      '23 Nov',
      '24 Nov',
    ]);
  });

  it('are round in the zone of the reader', () => {
    expect(
      labels(
        at('00:00:00'),
        Date.parse('2026-11-21T00:00:00Z'),
        'Asia/Kolkata',
      ),
    ).toEqual(['06:00', '12:00', '18:00', '21 Nov']);
  });
});

describe('window of the timeline', () => {
  const incident = hotFixIncidentFixture();
  const now = at('14:31:07');
  const life = incidentLife(incident, now);

  it('is the shortest range that holds the life', () => {
    expect(fittingRange(life)).toBe('1h');
    expect(fittingRange({ ...life, to: life.from + 4 * 3_600_000 })).toBe('6h');
    expect(fittingRange({ ...life, to: life.from + 40 * 86_400_000 })).toBe(
      '24h',
    );
  });

  it('begins before the first write and takes in a near end', () => {
    const window = rangeWindow('1h', life, now);
    expect(window?.from).toBe(HOUR.from);
    expect(window?.to).toBe(now + 90_000);
    const later = now + 3_600_000;
    expect(rangeWindow('1h', { ...life, to: later }, later)).toEqual(HOUR);
    expect(rangeWindow('all', life, now)).toBeUndefined();
  });

  it('ends with a resolved incident', () => {
    expect(
      incidentLife(
        hotFixIncidentFixture({ resolvedAt: '2026-11-20T14:00:00.000Z' }),
        now,
      ),
    ).toEqual({ from: at('13:41:05'), to: at('14:00:00') });
  });

  it('zooms around a time that stays in place, within bounds', () => {
    const window = zoomWindow(HOUR, 0.5, at('13:45:00'));
    expect(window).toEqual({ from: at('13:37:30'), to: at('14:07:30') });
    expect(timeScale(window, 0, 100).x(at('13:45:00'))).toBe(
      timeScale(HOUR, 0, 100).x(at('13:45:00')),
    );
    const tiny = zoomWindow(HOUR, 1e-9, at('13:45:00'));
    expect(tiny.to - tiny.from).toBe(10_000);
  });

  it('moves by a share', () => {
    expect(panWindow(HOUR, -0.25)).toEqual({
      from: at('13:15:00'),
      to: at('14:15:00'),
    });
  });

  it('takes a drag in either direction, not a twitch', () => {
    expect(draggedWindow(at('14:00:00'), at('13:40:00'))).toEqual({
      from: at('13:40:00'),
      to: at('14:00:00'),
    });
    expect(draggedWindow(at('14:00:00'), at('14:00:05'))).toBeUndefined();
  });
});

describe('laneMarks', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      timelineItemFixture({
        id: `item ${index}`,
        time: new Date(HOUR.from + index * 20_000).toISOString(),
        ofIncident: index === 0,
      }),
    );

  it('draws each item of the span, oldest first', () => {
    const items = timelineFixture().items.filter(item => item.lane === 'audit');
    expect(laneMarks(items, HOUR).map(mark => mark.time)).toEqual([
      at('13:41:05'),
      at('13:47:36'),
      at('14:02:11'),
    ]);
    expect(
      laneMarks(items, { from: at('13:45:00'), to: at('14:00:00') }),
    ).toHaveLength(1);
  });

  it('shows counts that add up when there are too many to draw', () => {
    expect(laneMarks(many(MAX_LANE_MARKS), HOUR)[0].kind).toBe('item');
    const counts = laneMarks(many(MAX_LANE_MARKS + 1), HOUR);
    const sum = counts.reduce(
      (total, mark) => total + (mark.kind === 'count' ? mark.count : 0),
      0,
    );
    expect(sum).toBe(MAX_LANE_MARKS + 1);
    expect(counts[0]).toMatchObject({ kind: 'count', own: 1, from: HOUR.from });
  });
});

describe('driftBars', () => {
  const now = at('14:31:07');

  it('goes from opened to now', () => {
    expect(driftBars(hotFixDetailFixture(), now)).toEqual([
      { from: at('13:41:07'), to: now },
    ]);
  });

  it('leaves the time out in which the incident was resolved', () => {
    const detail = hotFixDetailFixture({
      state: 'resolved',
      resolvedAt: '2026-11-20T14:20:00.000Z',
    });
    const event = (time: string, kind: 'resolved' | 'reopened') => ({
      time: `2026-11-20T${time}.000Z`,
      kind,
      text: kind,
    });
    const history = [
      event('14:20:00', 'resolved'),
      event('14:10:00', 'reopened'),
      event('14:00:00', 'resolved'),
    ];
    expect(driftBars({ ...detail, history }, now)).toEqual([
      { from: at('13:41:07'), to: at('14:00:00') },
      { from: at('14:10:00'), to: at('14:20:00') },
    ]);
  });

  it('is cut at the window', () => {
    expect(clip({ from: 5, to: 20 }, { from: 10, to: 30 })).toEqual({
      from: 10,
      to: 20,
    });
    expect(clip({ from: 1, to: 2 }, { from: 10, to: 30 })).toBeUndefined();
  });
});

describe('markNeighbour', () => {
  const places = [
    { id: 'git', lane: 1, time: 50 },
    { id: 'audit early', lane: 0, time: 10 },
    { id: 'drift', lane: 3, time: 11 },
    { id: 'audit late', lane: 0, time: 60 },
  ];
  const from = (id: string, key: string) => markNeighbour(places, id, key);

  it('goes through time across all lanes', () => {
    expect(from('audit early', 'ArrowRight')).toBe('drift');
    expect(from('git', 'ArrowLeft')).toBe('drift');
    expect(from('audit late', 'ArrowRight')).toBeUndefined();
    expect(from('git', 'Home')).toBe('audit early');
    expect(from('git', 'End')).toBe('audit late');
  });

  it('goes to the nearest mark of the next lane that has one', () => {
    expect(from('git', 'ArrowDown')).toBe('drift');
    expect(from('git', 'ArrowUp')).toBe('audit late');
    expect(from('drift', 'ArrowUp')).toBe('git');
    expect(from('drift', 'ArrowDown')).toBeUndefined();
  });
});

describe('words', () => {
  const now = DateTime.fromISO('2026-11-20T14:31:07.000Z', { zone: 'utc' });

  it('say all that a mark stands for', () => {
    const [commit, scale, , , image] = timelineFixture().items;
    const words = (item: typeof image) =>
      describeMark(
        { kind: 'item', id: item.id, time: Date.parse(item.time), item },
        item.lane,
        now,
      );
    expect(words(image)).toBe(
      'Audit, 13:47:36: omar@example.com set the image of payments-api',
    );
    expect(words(scale)).toMatch(/from 3 to 5 \(INC-214\)$/);
    expect(words({ ...commit, incident: undefined })).toMatch(
      /^Git, 14:17:30: .* \(not of this incident\)$/,
    );
  });

  it('name the zone of the axis', () => {
    expect(describeSpan(HOUR, now)).toBe('20 Nov, 13:30–14:30 UTC');
    expect(
      describeSpan({ from: HOUR.from, to: HOUR.from + 24 * 3_600_000 }, now),
    ).toBe('20 Nov 13:30 – 21 Nov 13:30 UTC');
  });
});
