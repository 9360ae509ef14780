import { asLive, configMap, lastApplied, managed } from '../fixtures/objects';
import { judge, request, scale, scaledLive } from '../fixtures/requests';

describe('what a body asks for', () => {
  it('a JSON patch that moves a field away removes it', () => {
    const desired = configMap({ mode: 'fast' });
    const live = asLive(configMap({ was: 'fast' }), {
      annotations: lastApplied(desired),
    });
    expect(
      judge(
        live,
        [
          request({
            resource: 'configmaps',
            name: 'settings',
            body: [{ op: 'move', from: '/data/mode', path: '/data/was' }],
            answer: live,
          }),
        ],
        { desired },
      ).attribution,
    ).toMatchObject({ level: 'proven', principals: ['jane@example.com'] });
  });

  it('an apply adds its elements to the set of others', () => {
    const finalizers = ['example.com/a', 'example.com/b'];
    const desired = configMap({}, { finalizers: ['example.com/a'] });
    const live = asLive(configMap({}, { finalizers }), {
      managedFields: [
        managed(
          'kubectl',
          { 'f:metadata': { 'f:finalizers': { 'v:"example.com/b"': {} } } },
          { operation: 'Apply' },
        ),
      ],
    });
    const apply = request({
      resource: 'configmaps',
      name: 'settings',
      query: '?fieldManager=kubectl&force=false',
      body: {
        ...configMap({}),
        metadata: { name: 'settings', finalizers: ['example.com/b'] },
      },
      answer: live,
    });
    expect(judge(live, [apply], { desired }).attribution).toMatchObject({
      level: 'proven',
      principals: ['jane@example.com'],
    });
  });

  it('an apply puts nothing there that it leaves out', () => {
    const desired = configMap({});
    const live = asLive(configMap({ mode: 'slow' }), {
      managedFields: [
        managed(
          'kubectl-edit',
          { 'f:data': { 'f:mode': {} } },
          { time: undefined as never },
        ),
      ],
    });
    const { attribution } = judge(
      live,
      [
        request({
          resource: 'configmaps',
          name: 'settings',
          query: '?fieldManager=kubectl&force=false',
          body: { ...configMap({}), data: { other: 'x' } },
          answer: live,
        }),
      ],
      { desired },
    );
    expect(attribution.level).not.toBe('proven');
  });

  it('is doubted where a request that nobody recorded owns the field', () => {
    const file = configMap({ mode: 'fast' });
    const live = asLive(configMap({ mode: 'slow' }), {
      annotations: lastApplied(file),
      managedFields: [
        managed(
          'kubectl-patch',
          { 'f:data': { 'f:mode': {} } },
          { time: '2026-01-02T09:30:00Z' },
        ),
      ],
    });
    const carried = request({
      resource: 'configmaps',
      name: 'settings',
      verb: 'update',
      userAgent: 'curl/8',
      body: live,
      answer: live,
    });
    expect(judge(live, [carried], { desired: file }).attribution).toMatchObject(
      {
        level: 'tool-only',
        principals: [],
      },
    );
  });

  it('an answer in another version tells nothing of the fields of this one', () => {
    const live = scaledLive(3);
    const other = request({
      user: 'omar@example.com',
      at: '10:10:00',
      body: { metadata: { labels: { a: 'b' } } },
      answer: { ...live, apiVersion: 'apps/v1beta1', spec: {} },
    });
    other.object!.apiVersion = 'v1beta1';
    expect(judge(live, [scale(3), other]).attribution).toMatchObject({
      level: 'proven',
      principals: ['jane@example.com'],
    });
  });

  it('a write of scale sets the field that a custom resource scales by', () => {
    const widget = (size: number) => ({
      apiVersion: 'example.com/v1',
      kind: 'Widget',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { size },
    });
    const live = asLive(widget(7), {
      annotations: lastApplied(widget(3)),
      managedFields: [
        managed(
          'kubectl',
          { 'f:spec': { 'f:size': {} } },
          { subresource: 'scale', time: undefined as never },
        ),
      ],
    });
    const scaled = scale(7, { resource: 'widgets' });
    scaled.object!.apiGroup = 'example.com';
    expect(
      judge(live, [scaled], { desired: widget(3) }).attribution,
    ).toMatchObject({ level: 'proven', principals: ['jane@example.com'] });
  });
});
