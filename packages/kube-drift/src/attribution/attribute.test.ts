import {
  asLive,
  configMap,
  deployment,
  lastApplied,
  managed,
} from '../fixtures/objects';
import {
  judge,
  request,
  Request,
  scale,
  scaledLive,
  WINDOW,
} from '../fixtures/requests';

describe('without bodies', () => {
  const bare = (options: Request = {}) =>
    request({ subresource: 'scale', ...options });

  it('one request that agrees with the owner is strong evidence', () => {
    expect(judge(scaledLive(3), [bare()]).attribution).toMatchObject({
      level: 'strong',
      principals: ['jane@example.com'],
      wording: expect.stringContaining('most consistent with jane@example.com'),
    });
  });

  it('two people who fit are ambiguous, and neither is named as the one', () => {
    const { attribution } = judge(scaledLive(3), [
      bare(),
      bare({ user: 'omar@example.com', at: '10:10:00' }),
    ]);
    expect(attribution.level).toBe('ambiguous');
    expect(attribution.principals).toEqual([
      'jane@example.com',
      'omar@example.com',
    ]);
    expect(attribution.auditID).toBeUndefined();
  });

  it('an owner that no request explains names a tool, not a person', () => {
    expect(
      judge(scaledLive(3), [bare({ userAgent: 'curl/8' })]).attribution,
    ).toMatchObject({ level: 'tool-only', principals: [] });
  });

  it('the only writer of the object likely removed a field', () => {
    const live = asLive(configMap({}), {
      annotations: lastApplied(configMap({ mode: 'fast' })),
    });
    const settings = { resource: 'configmaps', name: 'settings' };
    const desired = configMap({ mode: 'fast' });
    expect(
      judge(live, [request(settings)], { desired }).attribution.level,
    ).toBe('likely');
    expect(
      judge(live, [request({ ...settings, subresource: 'scale' })], { desired })
        .attribution.level,
    ).toBe('none');
    expect(
      judge(live, [request(settings)], { desired, options: {} }).attribution
        .level,
    ).toBe('none');
  });

  it('nobody is named for what Git itself may have changed', () => {
    const live = asLive(configMap({ mode: 'fast' }), {
      annotations: lastApplied(configMap({ mode: 'fast' })),
      managedFields: [
        managed('kubectl-client-side-apply', { 'f:data': { 'f:mode': {} } }),
      ],
    });
    const finding = judge(
      live,
      [
        request({
          resource: 'configmaps',
          name: 'settings',
          query: '?fieldManager=kubectl-client-side-apply',
        }),
      ],
      { desired: configMap({ mode: 'slow' }) },
    );
    expect(finding.attribution.principals).toEqual([]);
    expect(finding.direction).toBe('unknown');
  });
});

describe('whole objects', () => {
  const remove = (options: Request = {}) =>
    request({ verb: 'delete', ...options });

  it('a single delete is proof, bodies or not', () => {
    const finding = judge(undefined, [remove()]);
    expect(finding).toMatchObject({
      type: 'object-missing',
      direction: 'live-changed',
      attribution: { level: 'proven', principals: ['jane@example.com'] },
    });
    expect(finding.attribution.wording).toContain('deleted this object');
  });

  it('an eviction deletes as well', () => {
    const eviction = request({ verb: 'create', subresource: 'eviction' });
    expect(judge(undefined, [eviction]).attribution).toMatchObject({
      level: 'proven',
      principals: ['jane@example.com'],
    });
  });

  it('of two deletes without bodies none is', () => {
    expect(
      judge(undefined, [
        remove(),
        remove({ user: 'omar@example.com', at: '10:01:00' }),
      ]).attribution.level,
    ).toBe('ambiguous');
  });

  it('a collection counts when its answer lists the object', () => {
    const collection = (names: string[]) =>
      request({
        verb: 'deletecollection',
        name: '',
        body: {},
        answer: {
          kind: 'DeploymentList',
          items: names.map(name => ({ metadata: { name } })),
        },
      });
    expect(judge(undefined, [collection(['web'])]).attribution.level).toBe(
      'proven',
    );
    expect(judge(undefined, [collection(['db'])]).attribution.level).toBe(
      'none',
    );
  });

  it('says when it was first seen, without any evidence', () => {
    expect(judge(undefined, []).attribution).toMatchObject({
      level: 'none',
      wording: `first seen between ${WINDOW.lastCleanObservation} and ${WINDOW.observedAt}`,
    });
  });
});

describe('direction', () => {
  it('is told by the state before, where no base does', () => {
    const live = asLive(deployment({ replicas: 3 }));
    const before = asLive(deployment());
    expect(
      judge(live, [
        request({ verb: 'get', at: '09:59:00', answer: before }),
        scale(3),
      ]).direction,
    ).toBe('live-changed');
    expect(judge(live, []).direction).toBe('unknown');
  });
});
