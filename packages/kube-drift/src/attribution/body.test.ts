import {
  asLive,
  configMap,
  deployment,
  lastApplied,
} from '../fixtures/objects';
import {
  judge,
  request,
  Request,
  scale,
  scaledLive,
  WINDOW,
} from '../fixtures/requests';
import type { JsonMap } from '../values/json';

describe('a recorded body', () => {
  it('proves who wrote the field last', () => {
    const cause = scale(3);
    const { attribution } = judge(scaledLive(3), [
      scale(9, { user: 'omar@example.com', at: '09:30:00' }),
      cause,
    ]);
    expect(attribution).toMatchObject({
      level: 'proven',
      principals: ['jane@example.com'],
      auditID: cause.auditID,
      eventIDs: [cause.auditID],
      time: '2026-01-02T10:00:00.000000Z',
    });
    expect(attribution.wording).toContain(
      'jane@example.com set spec.replicas to 3',
    );
    expect(attribution.command).toContain('kubectl scale');
    expect(attribution.evidence.every(({ holds }) => holds)).toBe(true);
  });

  it('is no cause when the request left the value as it was', () => {
    const carried = asLive(deployment({ replicas: 3 }));
    const { attribution } = judge(scaledLive(3), [
      scale(3),
      request({
        user: 'omar@example.com',
        verb: 'update',
        at: '10:30:00',
        body: carried,
        answer: carried,
      }),
    ]);
    expect(attribution).toMatchObject({
      level: 'proven',
      principals: ['jane@example.com'],
    });
  });

  it.each<[string, Request]>([
    ['refused', { code: 403 }],
    ['in conflict', { code: 409 }],
    ['tried out', { query: '?dryRun=All' }],
    ['about the status', { subresource: 'status' }],
    ['about another object', { name: 'db' }],
    ['after the observation', { at: '12:00:00' }],
    ['before the window', { at: '08:00:00' }],
  ])('says nothing when the request was %s', (_, options) => {
    const { attribution } = judge(scaledLive(3), [scale(3, options)]);
    expect(attribution.level).toBe('tool-only');
    expect(attribution.principals).toEqual([]);
    expect(attribution.wording).toContain('person unknown');
  });

  it('shows both identities of an impersonation', () => {
    const { attribution } = judge(scaledLive(3), [
      scale(3, { as: 'omar@example.com' }),
    ]);
    expect(attribution.principals).toEqual([
      'jane@example.com',
      'omar@example.com',
    ]);
    expect(attribution.wording).toContain(
      'jane@example.com acting as omar@example.com',
    );
  });

  it('proves nothing when a later write is unknown or events are missing', () => {
    const label = request({ at: '10:30:00', user: 'omar@example.com' });
    const image = deployment();
    const patch = request({
      body: { metadata: { labels: { tier: 'x' } } },
    });
    const live = asLive(deployment(), { labels: { app: 'web', tier: 'x' } });
    image.metadata.labels = { app: 'web', tier: 'front' };
    expect(judge(live, [patch], { desired: image }).attribution.level).toBe(
      'proven',
    );
    expect(
      judge(live, [patch, label], { desired: image }).attribution,
    ).toMatchObject({
      level: 'ambiguous',
      principals: ['jane@example.com', 'omar@example.com'],
    });
    const gap = {
      from: '2026-01-02T10:10:00Z',
      to: '2026-01-02T10:20:00Z',
      reason: 'the API server dropped 21 events',
    };
    const after = judge(live, [patch], {
      desired: image,
      options: { ...WINDOW, coverageGaps: [gap] },
    }).attribution;
    expect(after.level).toBe('likely');
    expect(after.evidence).toContainEqual(
      expect.objectContaining({
        holds: false,
        text: expect.stringContaining(gap.reason),
      }),
    );
  });

  it('is in doubt when admission put another value there', () => {
    const live = asLive(deployment(), { labels: { app: 'injected' } });
    const { attribution } = judge(live, [
      request({ body: { metadata: { labels: { other: 'x' } } }, answer: live }),
    ]);
    expect(attribution.level).toBe('likely');
  });

  it('follows each way to write a field', () => {
    const live = asLive(configMap({ mode: 'slow' }), {
      annotations: lastApplied(configMap({ mode: 'fast' })),
    });
    const settings = { resource: 'configmaps', name: 'settings' };
    for (const event of [
      request({ ...settings, body: { data: { mode: 'slow' } } }),
      request({
        ...settings,
        body: [{ op: 'replace', path: '/data/mode', value: 'slow' }],
      }),
      request({
        ...settings,
        verb: 'update',
        body: configMap({ mode: 'slow' }),
      }),
      request({
        ...settings,
        query: '?fieldManager=kubectl&force=true',
        body: configMap({ mode: 'slow' }),
      }),
    ]) {
      const { attribution } = judge(live, [event], {
        desired: configMap({ mode: 'fast' }),
      });
      expect(attribution).toMatchObject({
        level: 'proven',
        principals: ['jane@example.com'],
      });
    }
  });
});

describe('a patch that gives a list as a whole', () => {
  const container = { name: 'web', image: 'web:1' };
  const pod = (...containers: JsonMap[]) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { containers },
  });
  const desired = pod({ ...container, args: ['-q'] });
  const live = asLive(pod(container), { annotations: lastApplied(desired) });
  const levelOf = (spec: JsonMap) =>
    judge(live, [request({ resource: 'pods', body: { spec }, answer: live })], {
      desired,
    }).attribution.level;

  it('removed what it leaves out of the list', () => {
    expect(levelOf({ containers: [container] })).toBe('proven');
  });

  it('left alone what a strategic patch does not name', () => {
    expect(
      levelOf({
        containers: [container],
        '$setElementOrder/containers': [{ name: 'web' }],
      }),
    ).toBe('likely');
  });
});
