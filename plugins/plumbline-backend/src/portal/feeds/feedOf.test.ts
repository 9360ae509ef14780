import type { ClusterAccess } from '@plumbline/backstage-plugin-plumbline-node';
import { type FeedFacts, feedOf } from './feedOf';

const access: ClusterAccess = {
  cluster: 'prod',
  kind: 'snapshot',
  discover: async () => [],
  get: async () => undefined,
  list: async () => ({ items: [] }),
};

const NOW = Date.UTC(2026, 0, 1);

const facts = (rest: Partial<FeedFacts> = {}): FeedFacts => ({
  cluster: {
    name: 'prod',
    title: 'Production',
    access,
    auditSubject: 'audit-prod',
    claimableNamespaces: [],
  },
  record: {
    cluster: 'prod',
    lastReceivedAt: NOW - 1_000,
    lastEventAt: NOW - 3_500,
    stored: 5,
    duplicates: 1,
    quarantined: 2,
  },
  health: { cluster: 'prod', state: 'ok', since: 1, lastLookAt: NOW },
  silentAfter: 60_000,
  now: NOW,
  ...rest,
});

describe('feedOf', () => {
  it('shows a feed that lives', () => {
    expect(feedOf('prod', facts())).toEqual({
      cluster: 'prod',
      title: 'Production',
      access: 'snapshot',
      state: 'live',
      observable: true,
      lastReceivedAt: '2025-12-31T23:59:59.000Z',
      lastEventAt: '2025-12-31T23:59:56.500Z',
      lagSeconds: 2.5,
      stored: 5,
      duplicates: 1,
      quarantined: 2,
    });
  });

  it('tells silence, a feed that never began, and one that may not begin, apart', () => {
    expect(feedOf('prod', facts({ now: NOW + 100_000 }))).toMatchObject({
      state: 'silent',
      reason: 'nothing has arrived for more than 1 min',
    });
    expect(feedOf('prod', facts({ record: undefined }))).toMatchObject({
      state: 'never',
      reason: expect.stringContaining("'audit-prod'"),
      stored: 0,
    });
    const cluster = { name: 'prod', claimableNamespaces: [] };
    expect(feedOf('prod', facts({ record: undefined, cluster }))).toMatchObject(
      {
        state: 'no-subject',
        access: 'none',
        observable: false,
        unobservableReason: 'the configuration says access: none',
      },
    );
  });

  it('does not take a cluster that was never looked at for a healthy one', () => {
    expect(feedOf('prod', facts({ health: undefined }))).toMatchObject({
      observable: false,
      unobservableReason: 'it has not been looked at yet',
    });
  });

  it('says since when a cluster cannot be looked at', () => {
    expect(
      feedOf(
        'prod',
        facts({
          health: {
            cluster: 'prod',
            state: 'problem',
            problem: 'unreachable',
            message: 'connection refused',
            since: NOW,
            lastLookAt: NOW,
          },
        }),
      ),
    ).toMatchObject({
      observable: false,
      unobservableReason: 'connection refused',
      unobservableSince: '2026-01-01T00:00:00.000Z',
    });
  });

  it('keeps showing the events of a cluster that was taken out', () => {
    expect(feedOf('old', facts({ cluster: undefined }))).toMatchObject({
      access: 'none',
      state: 'silent',
      observable: false,
      stored: 5,
    });
  });
});
