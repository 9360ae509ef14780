import { DateTime } from 'luxon';
import { entityDriftFixture, findingFixture } from '../../testUtils';
import { describeCause } from './describeCause';
import { fieldTimeline } from './fieldTimeline';

const now = DateTime.fromISO('2026-11-20T14:31:07Z', { zone: 'utc' });
const fixture = (id: string) =>
  findingFixture(entityDriftFixture().findings.find(item => item.id === id));

describe('describeCause', () => {
  it.each([
    ['finding-replicas', 'proven', 'jane@example.com', '14:02:11'],
    ['finding-log-level', 'strong', 'priya@example.com', '10:14:52'],
    ['finding-probe', 'likely', 'priya@example.com', '10:10–10:20'],
    [
      'finding-port',
      'ambiguous',
      'jane@example.com or li.wei@example.com',
      '08:10–08:20',
    ],
    ['finding-timeout', 'tool-only', 'Manager kubectl-edit', 'by 13:52:20'],
    ['finding-body-size', 'none', 'Cause unknown', '12 Oct, 22:00–22:10'],
    ['finding-memory', 'git-commit', 'lena.ortiz', '14:17:30'],
  ])('%s: %s by %s at %s', (id, level, who, when) => {
    expect(describeCause(fixture(id), now)).toMatchObject({ level, who, when });
  });

  it('names nobody for a field without an attribution', () => {
    const cause = describeCause(
      findingFixture({ attribution: undefined, lastCleanAt: undefined }),
      now,
    );

    expect(cause.level).toBe('none');
    expect(cause.who).toBe('Cause unknown');
    expect(cause.when).toBe('by 14:02:13');
  });

  it('never takes a manager for a person', () => {
    const finding = fixture('finding-timeout');
    expect(describeCause(finding, now).who).toMatch(/^Manager /);
    expect(describeCause({ ...finding, owner: undefined }, now).who).toBe(
      'A tool',
    );
  });
});

describe('fieldTimeline', () => {
  it('tells what is known, oldest first, in the words of the level', () => {
    expect(fieldTimeline(findingFixture({ source: undefined }))).toEqual([
      { time: '2026-11-20T14:00:04.000Z', text: 'Check: live as in Git' },
      { time: '2026-11-20T14:02:11.000Z', text: 'Write by jane@example.com' },
      { time: '2026-11-20T14:02:13.000Z', text: 'Check: first seen different' },
      { time: '2026-11-20T14:30:04.000Z', text: 'Check: still different' },
    ]);
  });

  it('uses the record of the API server only when no request is known', () => {
    const texts = fieldTimeline(fixture('finding-timeout')).map(
      moment => moment.text,
    );

    expect(texts).toContain('Last write of the object with kubectl-edit');
    expect(texts.join()).not.toMatch(/Write by/);
  });
});
