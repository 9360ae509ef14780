import type { Entity } from '@backstage/catalog-model';
import { ManifestsAnnotationProcessor } from './ManifestsAnnotationProcessor';

const location = { type: 'url', target: 'https://host/catalog-info.yaml' };

async function process(annotations?: Record<string, string>) {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'web', annotations },
  };
  const emit = jest.fn();
  const result = await new ManifestsAnnotationProcessor().postProcessEntity(
    entity,
    location,
    emit,
  );
  expect(result).toBe(entity);
  return emit.mock.calls.map(([emitted]) => emitted);
}

describe('ManifestsAnnotationProcessor', () => {
  it.each([
    ['no annotations', undefined],
    ['another annotation', { 'acme.io/x': '../y' }],
    ['a path', { 'plumbline.io/manifests': 'deploy/prod' }],
    ['a list', { 'plumbline.io/manifests': '- { path: a, cluster: b }' }],
  ])('passes %s', async (_case, annotations) => {
    await expect(process(annotations)).resolves.toEqual([]);
  });

  it.each([
    [
      '../up',
      'component:default/web: plumbline.io/manifests must not contain ".."',
    ],
    [
      '- { path: a }\n- { pth: b }',
      'component:default/web: plumbline.io/manifests[1].pth is not a known key; known are path, cluster, namespace, renderer',
    ],
  ])('refuses %j, naming entity and key', async (text, message) => {
    const emitted = await process({ 'plumbline.io/manifests': text });
    expect(emitted).toEqual([
      {
        type: 'error',
        location,
        error: expect.objectContaining({ name: 'InputError', message }),
      },
    ]);
  });
});
