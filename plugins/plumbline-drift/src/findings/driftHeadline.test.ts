import {
  entityDriftFixture,
  targetFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { DateTime } from 'luxon';
import {
  coverageSentence,
  driftHeadline,
  incidentsSentence,
} from './driftHeadline';

const now = DateTime.fromISO('2026-11-20T14:31:07Z', { zone: 'utc' });
const NO_COUNTS = {
  drift: 0,
  expected: 0,
  ignored: 0,
  excluded: 0,
  unverifiable: 0,
};

describe('driftHeadline', () => {
  it('says at least when a part could not be looked at', () => {
    expect(driftHeadline(entityDriftFixture(), now)).toEqual({
      tone: 'drift',
      text: 'At least 8 fields drift',
      limits: [
        {
          kind: 'partial',
          text: '2 of 3 targets, 24 of 32 objects compared',
        },
        { kind: 'unobservable', text: 'edge-us cannot be checked' },
      ],
    });
  });

  it('gives no number of objects when some target could not be counted', () => {
    const [prod] = entityDriftFixture().targets;
    const headline = driftHeadline(
      entityDriftFixture({
        targets: [
          prod,
          targetFixture({
            cluster: 'edge-us',
            state: 'unobservable',
            objectsTotal: 0,
            objectsCompared: 0,
          }),
        ],
      }),
      now,
    );

    expect(headline.limits[0].text).toBe('1 of 2 targets compared');
  });

  it('does not call a partial look without drift good', () => {
    const headline = driftHeadline(
      entityDriftFixture({ counts: NO_COUNTS }),
      now,
    );

    expect(headline.tone).toBe('unknown');
    expect(headline.text).toBe('No drift in what could be compared');
  });

  it('speaks in the past tense when the look is old', () => {
    expect(
      driftHeadline(
        entityDriftFixture({
          state: 'stale',
          targets: [targetFixture()],
          counts: { ...NO_COUNTS, drift: 2 },
          lastCheckAt: '2026-11-20T08:30:00Z',
        }),
        now,
      ),
    ).toEqual({
      tone: 'drift',
      text: '2 fields drifted at 08:30:00',
      limits: [{ kind: 'stale', text: 'Last check 6 h ago, due every 10 min' }],
    });
  });

  it('does not call an old look without drift good', () => {
    expect(
      driftHeadline(
        entityDriftFixture({ state: 'stale', counts: NO_COUNTS }),
        now,
      ).tone,
    ).toBe('unknown');
  });

  it.each(['unobservable', 'never-run'] as const)(
    'gives no number when %s',
    state => {
      const headline = driftHeadline(
        entityDriftFixture({ state, counts: NO_COUNTS }),
        now,
      );

      expect(headline.tone).toBe('unknown');
      expect(headline.text).not.toMatch(/\d/);
    },
  );

  it('says one field in the singular', () => {
    expect(
      driftHeadline(
        entityDriftFixture({
          state: 'drift',
          counts: { ...NO_COUNTS, drift: 1 },
        }),
        now,
      ).text,
    ).toBe('1 field drifts');
  });

  it('is good only when everything was looked at and nothing drifts', () => {
    expect(
      driftHeadline(
        entityDriftFixture({ state: 'in-sync', counts: NO_COUNTS }),
        now,
      ),
    ).toEqual({ tone: 'good', text: 'As in Git', limits: [] });
  });
});

describe('incidentsSentence', () => {
  it('counts by severity, worst first', () => {
    expect(incidentsSentence(entityDriftFixture().openIncidents)).toBe(
      '7 incidents: 3 high, 2 medium, 2 low',
    );
    expect(incidentsSentence([])).toBe('No open incident');
  });
});

describe('coverageSentence', () => {
  it('says how much was compared with which commit', () => {
    expect(
      coverageSentence(
        entityDriftFixture({
          targets: entityDriftFixture().targets.slice(0, 2),
        }),
      ),
    ).toBe('All 24 objects on prod-eu and staging match 4f2c9e1.');
  });
});
