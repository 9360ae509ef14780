import { asLive, configMap, lastApplied, managed } from '../fixtures/objects';
import { judge, request } from '../fixtures/requests';
import type { JsonMap, JsonValue } from '../values/json';
import { KubeObject } from '../yaml/readManifests';

const service = (spec: JsonMap): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec,
});
const desired = service({ selector: { app: 'web', tier: 'front' } });

const live = (spec: JsonMap, ...managedFields: JsonValue[]) =>
  asLive(service(spec), { annotations: lastApplied(desired), managedFields });

const edit = { resource: 'services', query: '?fieldManager=kubectl-edit' };
const patch = {
  resource: 'services',
  query: '?fieldManager=kubectl-patch',
  user: 'omar@example.com',
  at: '10:10:00',
};
const byPatch = (fieldsV1: JsonMap) =>
  managed('kubectl-patch', fieldsV1, { time: '2026-01-02T10:10:00Z' });

describe('what is owned as a whole', () => {
  const changed = live(
    { selector: { app: 'other', tier: 'front' } },
    byPatch({ 'f:spec': { 'f:selector': {} } }),
  );

  it('may have been written by who owned it before', () => {
    expect(
      judge(changed, [request(edit), request(patch)], { desired }).attribution,
    ).toMatchObject({
      level: 'ambiguous',
      principals: ['jane@example.com', 'omar@example.com'],
    });
  });

  it('was not written by who came after its owner', () => {
    const later = { ...edit, at: '10:30:00' };
    expect(
      judge(changed, [request(patch), request(later)], { desired }).attribution,
    ).toMatchObject({ level: 'strong', principals: ['omar@example.com'] });
  });

  it('was not written by a tool that cannot', () => {
    const annotate = { ...edit, query: '?fieldManager=kubectl-annotate' };
    expect(
      judge(changed, [request(annotate), request(patch)], { desired })
        .attribution,
    ).toMatchObject({ level: 'strong', principals: ['omar@example.com'] });
  });
});

it('what others changed inside an addition counts as well', () => {
  const port = 'k:{"port":9000,"protocol":"TCP"}';
  const added = live(
    {
      selector: { app: 'web', tier: 'front' },
      ports: [{ name: 'admin', port: 9000, protocol: 'TCP', targetPort: 9001 }],
    },
    managed('kubectl-edit', {
      'f:spec': { 'f:ports': { [port]: { '.': {}, 'f:port': {} } } },
    }),
    byPatch({ 'f:spec': { 'f:ports': { [port]: { 'f:targetPort': {} } } } }),
  );
  expect(
    judge(added, [request(edit), request(patch)], { desired }).attribution,
  ).toMatchObject({
    level: 'ambiguous',
    principals: ['jane@example.com', 'omar@example.com'],
  });
});

it('who took an element out of a set owns nothing', () => {
  const finalizers = ['example.com/a', 'example.com/b'];
  const wanted = configMap({}, { finalizers });
  const kept = asLive(configMap({}, { finalizers: ['example.com/a'] }), {
    annotations: lastApplied(wanted),
    managedFields: [
      managed(
        'kubectl-client-side-apply',
        {
          'f:metadata': {
            'f:finalizers': { '.': {}, 'v:"example.com/a"': {} },
          },
        },
        { time: '2026-01-01T00:00:00Z' },
      ),
    ],
  });
  const write = (user: string) =>
    request({ resource: 'configmaps', name: 'settings', user });
  expect(
    judge(kept, [write('jane@example.com')], { desired: wanted }).attribution,
  ).toMatchObject({ level: 'likely', principals: ['jane@example.com'] });
  expect(
    judge(kept, [write('jane@example.com'), write('omar@example.com')], {
      desired: wanted,
    }).attribution.level,
  ).toBe('ambiguous');
});
