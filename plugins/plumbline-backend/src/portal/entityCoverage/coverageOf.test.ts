import type { Feed } from '@plumbline/backstage-plugin-plumbline-common';
import { type CoverageFacts, coverageOf } from './coverageOf';
import type { CoverageTarget } from '../../drift/CoverageTargets';

const annotations = {
  'plumbline.io/manifests': 'deploy/prod',
  'backstage.io/source-location': 'url:https://github.com/acme/web/',
};

const target: CoverageTarget = {
  cluster: 'prod',
  path: 'deploy/prod',
  location: 'https://github.com/acme/web/',
  state: 'in-sync',
  objectsTotal: 3,
};

const feed: Feed = {
  cluster: 'prod',
  access: 'kubeconfig',
  state: 'live',
  observable: true,
  stored: 1,
  duplicates: 0,
  quarantined: 0,
};

function facts(
  rest: {
    annotations?: Record<string, string>;
    targets?: Partial<CoverageTarget>[];
    feed?: Partial<Feed>;
  } = {},
): CoverageFacts {
  return {
    entity: {
      entityRef: 'component:default/web',
      owner: 'group:default/a',
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'web',
          title: 'Web',
          annotations: rest.annotations ?? annotations,
        },
      },
    },
    targets: (rest.targets ?? [{}]).map(change => ({ ...target, ...change })),
    feeds: [{ ...feed, ...rest.feed }],
  };
}

const results = (given: CoverageFacts) =>
  coverageOf(given).steps.map(({ result }) => result);

describe('coverageOf', () => {
  it('says what holds', () => {
    expect(coverageOf(facts())).toEqual({
      entityRef: 'component:default/web',
      title: 'Web',
      owner: 'group:default/a',
      state: 'covered',
      steps: [
        { id: 'annotation', result: 'ok', message: '1 target is declared' },
        {
          id: 'location',
          result: 'ok',
          message: 'https://github.com/acme/web/',
        },
        { id: 'manifests', result: 'ok', message: '3 objects are declared' },
        { id: 'cluster', result: 'ok', message: 'prod' },
        { id: 'audit', result: 'ok', message: 'audit events arrive' },
      ],
    });
  });

  it.each([
    ['no annotation', { annotations: {} }, 0, 'plumbline.io/manifests: '],
    [
      'an annotation that cannot be read',
      { annotations: { ...annotations, 'plumbline.io/manifests': '../up' } },
      0,
      'plumbline.io/manifests: ',
    ],
    [
      'no source location',
      { annotations: { 'plumbline.io/manifests': 'deploy' } },
      1,
      'backstage.io/source-location: ',
    ],
    [
      'a location that cannot be read',
      {
        targets: [{ failure: { step: 'location', message: 'not found' } }],
      },
      1,
      'backstage.io/source-location: ',
    ],
    ['no look yet', { targets: [] }, 2, undefined],
    ['an empty path', { targets: [{ objectsTotal: 0 }] }, 2, 'plumbline.io/'],
    [
      'no cluster named',
      {
        targets: [
          {
            cluster: undefined,
            failure: { step: 'cluster', message: 'which cluster?' },
          },
        ],
      },
      3,
      'backstage.io/kubernetes-cluster: prod',
    ],
    ['no feed', { feed: { state: 'never', reason: 'nothing' } }, 4, undefined],
  ] as const)('stops at %s', (_case, change, failedAt, paste) => {
    const given = facts(change as Parameters<typeof facts>[0]);
    expect(results(given)).toEqual([
      ...Array(failedAt).fill('ok'),
      'failed',
      ...Array(4 - failedAt).fill('not-reached'),
    ]);
    const { state, steps } = coverageOf(given);
    expect(state).toBe('needs-set-up');
    expect(steps[failedAt].annotationToPaste ?? '').toContain(paste ?? '');
    expect(steps[failedAt].annotationToPaste === undefined).toBe(
      paste === undefined,
    );
  });

  it('tells a cluster that cannot be looked at from one that is not set up', () => {
    const item = coverageOf(
      facts({
        feed: {
          observable: false,
          unobservableReason: 'connection refused',
          unobservableSince: '2026-01-01T00:00:00.000Z',
        },
      }),
    );
    expect(item.state).toBe('unobservable');
    expect(item.steps[3].message).toBe(
      'prod cannot be looked at: connection refused (since 2026-01-01T00:00:00.000Z)',
    );
  });

  it('calls a target unobservable whose last look failed at such a cluster', () => {
    const refused = { step: 'cluster', message: 'connection refused' } as const;
    const given = facts({
      targets: [{ failure: refused }],
      feed: { observable: false, unobservableReason: 'connection refused' },
    });
    expect(coverageOf(given).state).toBe('unobservable');
    const reachable = facts({ targets: [{ failure: refused }] });
    expect(coverageOf(reachable).state).toBe('needs-set-up');
  });

  it('needs no source location for absolute paths', () => {
    const given = facts({
      annotations: { 'plumbline.io/manifests': 'url:https://host/a/' },
    });
    expect(coverageOf(given).state).toBe('covered');
  });

  it('lets one bad target of several speak', () => {
    const given = facts({
      targets: [
        {},
        { failure: { step: 'manifests', message: 'b: no such folder' } },
      ],
    });
    expect(coverageOf(given).steps[2]).toEqual({
      id: 'manifests',
      result: 'failed',
      message: 'b: no such folder',
    });
  });
});
