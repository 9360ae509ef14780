import {
  findingFixture,
  hotFixIncidentFixture,
  incidentFixture,
  incidentStatisticsFixture,
  incidentSummaryFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { DateTime } from 'luxon';
import { causeClaims, crossChecks, describeWrites } from './causeFacts';
import { describeAge, describeFound, formatTwoUnits } from './incidentAge';
import { mostRepeated } from './seenBefore';

const NOW = DateTime.fromISO('2026-11-20T14:31:07.000Z');

describe('describeAge', () => {
  it('counts from the write, the commit or the first sight, and says which', () => {
    expect(describeAge(hotFixIncidentFixture(), NOW)).toMatchObject({
      label: 'Age',
      duration: '50 min',
      basis: 'since the first write',
    });
    expect(
      describeAge(
        incidentSummaryFixture({
          age: { since: '2026-11-20T14:17:30.000Z', basis: 'commit' },
        }),
        NOW,
      ),
    ).toMatchObject({ duration: '13 min', basis: 'since the commit' });
    expect(
      describeAge(incidentSummaryFixture({ causedAt: undefined }), NOW).basis,
    ).toBe('since first seen');
  });

  it('says how long a resolved incident lasted', () => {
    expect(
      describeAge(
        incidentSummaryFixture({ resolvedAt: '2026-11-20T17:02:11.000Z' }),
        NOW,
      ),
    ).toMatchObject({ label: 'Lasted', duration: '3 h' });
  });
});

describe('describeFound', () => {
  it('says how long after its cause the incident was found', () => {
    expect(describeFound(incidentSummaryFixture())).toBe('2 s after the write');
    expect(
      describeFound(
        incidentSummaryFixture({
          level: 'git-commit',
          causedAt: undefined,
          age: { since: '2026-11-20T14:00:13.000Z', basis: 'commit' },
        }),
      ),
    ).toBe('2 min after the commit');
  });

  it('is silent without the time of the cause, and when the clocks disagree', () => {
    expect(
      describeFound(incidentSummaryFixture({ causedAt: undefined })),
    ).toBeUndefined();
    expect(
      describeFound(
        incidentSummaryFixture({ causedAt: '2026-11-20T14:02:14.000Z' }),
      ),
    ).toBeUndefined();
  });
});

describe('formatTwoUnits', () => {
  it.each([
    [0, '0 s'],
    [45, '45 s'],
    [391, '6 min 31 s'],
    [18_600, '5 h 10 min'],
    [3_601, '1 h'],
    [39 * 86_400, '39 d'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(formatTwoUnits(seconds)).toBe(text);
  });
});

describe('cause', () => {
  const { findings } = hotFixIncidentFixture();

  it('tells how the writes hang together', () => {
    expect(describeWrites(findings)).toBe(
      'one user, 2 writes, 6 min 31 s apart',
    );
    expect(describeWrites([findingFixture()])).toBeUndefined();
    expect(describeWrites([...findings, findingFixture()])).toBe(
      '2 users, 3 writes, 21 min 6 s apart',
    );
  });

  it('puts the sentence of the weakest level first', () => {
    const [debug, image] = findings;
    const incident = hotFixIncidentFixture({ cause: image.attribution });
    expect(causeClaims(incident).map(claim => claim.wording)).toEqual([
      image.attribution?.wording,
      debug.attribution?.wording,
    ]);
  });

  it('has no claim when the cause is a commit and no write is known', () => {
    expect(
      causeClaims(
        incidentFixture({
          cause: { commit: '4f2c9e1' },
          findings: [findingFixture({ attribution: undefined })],
        }),
      ),
    ).toEqual([]);
  });

  it('names what is missing before what holds, each once', () => {
    const attribution = findingFixture().attribution!;
    const weak = findingFixture({
      attribution: {
        ...attribution,
        evidence: [
          { kind: 'audit-event', text: 'No body was recorded', holds: false },
          ...(attribution.evidence ?? []),
        ],
      },
    });
    expect(
      crossChecks([findingFixture(), weak]).map(check => check.holds),
    ).toEqual([false, true, true, true]);
  });
});

describe('mostRepeated', () => {
  it('finds the field of this incident that came before', () => {
    expect(
      mostRepeated(hotFixIncidentFixture(), incidentStatisticsFixture()),
    ).toMatchObject({ count: 3, adopted: 2, reverted: 1 });
  });

  it('is silent on other fields and on the first time', () => {
    const { repeated } = incidentStatisticsFixture();
    expect(
      mostRepeated(incidentFixture(), incidentStatisticsFixture()),
    ).toBeUndefined();
    expect(
      mostRepeated(
        hotFixIncidentFixture(),
        incidentStatisticsFixture({
          repeated: repeated.map(item => ({ ...item, count: 1 })),
        }),
      ),
    ).toBeUndefined();
  });
});
