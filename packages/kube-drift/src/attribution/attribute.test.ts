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

  describe('where last-applied says the same as live', () => {
    const file = configMap({ mode: 'fast' });
    const desired = configMap({ mode: 'slow' });
    const applied = (time: string) =>
      asLive(file, {
        annotations: lastApplied(file),
        managedFields: [
          managed(
            'kubectl-client-side-apply',
            {
              'f:metadata': {
                'f:annotations': {
                  'f:kubectl.kubernetes.io/last-applied-configuration': {},
                },
              },
              'f:data': { 'f:mode': {} },
            },
            { time: `2026-01-02T${time}Z` },
          ),
        ],
      });
    const settings = { resource: 'configmaps', name: 'settings' };
    const apply = (user: string) =>
      request({
        ...settings,
        user,
        query: '?fieldManager=kubectl-client-side-apply',
      });

    it('a person who applied a file of their own is likely', () => {
      const finding = judge(applied('10:00:00'), [apply('jane@example.com')], {
        desired,
      });
      expect(finding.attribution).toMatchObject({
        level: 'likely',
        principals: ['jane@example.com'],
      });
      expect(finding.attribution.evidence).toContainEqual({
        kind: 'observation',
        text: 'whether Git changed since the field was last seen clean is not known',
        holds: false,
      });
      expect(finding.direction).toBe('unknown');
    });

    it('the evidence is strong when Git did not change', () => {
      const finding = judge(applied('10:00:00'), [apply('jane@example.com')], {
        desired,
        options: { ...WINDOW, desiredUnchanged: true },
      });
      expect(finding.attribution).toMatchObject({
        level: 'strong',
        principals: ['jane@example.com'],
      });
      expect(finding.direction).toBe('live-changed');
    });

    it('nobody is named for what a pipeline applied', () => {
      const finding = judge(
        applied('10:00:00'),
        [apply('system:serviceaccount:ci:deployer')],
        { desired },
      );
      expect(finding.attribution.principals).toEqual([]);
      expect(finding.direction).toBe('git-ahead');
    });

    it('nobody is named for what was applied before the window', () => {
      const finding = judge(
        applied('08:00:00'),
        [request({ ...settings, query: '?fieldManager=kubectl-label' })],
        { desired },
      );
      expect(finding.attribution.principals).toEqual([]);
      expect(finding.direction).toBe('git-ahead');
    });

    it('an apply that nobody recorded makes the base doubtful', () => {
      const finding = judge(applied('10:00:00'), [], { desired });
      expect(finding.attribution.principals).toEqual([]);
      expect(finding.direction).toBe('unknown');
    });
  });

  it('nobody is named for a removed field while another write is not recorded', () => {
    const desired = configMap({ mode: 'fast' });
    const live = asLive(configMap({}), {
      annotations: lastApplied(desired),
      managedFields: [
        managed('curl', { 'f:data': {} }, { time: '2026-01-02T10:30:00Z' }),
      ],
    });
    const { attribution } = judge(
      live,
      [request({ resource: 'configmaps', name: 'settings' })],
      { desired },
    );
    expect(attribution).toMatchObject({ level: 'none', principals: [] });
    expect(attribution.evidence).toContainEqual({
      kind: 'managed-fields',
      text: 'curl wrote this object at 2026-01-02T10:30:00Z, in a request that is not recorded',
      holds: false,
    });
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

  it('is that of Git when nothing changed the field since all was well', () => {
    const before = asLive(deployment());
    expect(
      judge(
        before,
        [request({ verb: 'get', at: '08:59:00', answer: before })],
        { desired: deployment({ replicas: 3 }) },
      ).direction,
    ).toBe('git-ahead');
  });
});

describe('an object made anew', () => {
  it('is what its maker made it, not what was deleted', () => {
    const desired = configMap({ mode: 'fast' });
    const settings = { resource: 'configmaps', name: 'settings' };
    const live = asLive(configMap({}));
    const { attribution } = judge(
      live,
      [
        request({
          ...settings,
          verb: 'get',
          at: '08:59:00',
          answer: asLive(desired),
        }),
        request({ ...settings, verb: 'delete', body: {}, at: '10:00:00' }),
        request({
          ...settings,
          user: 'omar@example.com',
          verb: 'create',
          at: '10:01:00',
          body: configMap({}),
          answer: live,
        }),
      ],
      { desired },
    );
    expect(attribution).toMatchObject({
      level: 'proven',
      principals: ['omar@example.com'],
    });
  });
});
