import { RenderError } from '@plumbline/backstage-plugin-plumbline-node';
import { DesiredStates } from './DesiredStates';
import type { SourceTree } from './DesiredSource';
import { PlainRenderer } from './rendering';

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';

function states(files: Record<string, string>) {
  const tree: SourceTree = {
    commit: { sha: 'abcdef0123' },
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    refused: [],
  };
  const source = {
    read: async () => tree,
    evidenceOf: async () => ({}),
    folderOf: async () => '',
    changes: async () => ({ commits: [] }),
  };
  return new DesiredStates({
    controllers: {
      source: async () => Promise.reject(new Error('not asked')),
      configMap: async () => undefined,
    },
    clusters: { get: async () => undefined },
    sources: { url: source, file: source },
    renderers: [
      new PlainRenderer(),
      {
        kind: 'broken',
        claims: names => names.includes('broken.yaml'),
        render: async () => {
          throw new RenderError('Cannot render: broken.yaml, line 1: broken');
        },
      },
    ],
  });
}

const target = {
  entityRef: 'component:default/shop',
  cluster: 'prod',
  namespace: 'shop',
  location: 'file:shop',
  path: 'prod',
  renderer: undefined,
};

describe('DesiredStates', () => {
  it('reads several documents, lists and JSON, with file and line', async () => {
    const { objects, renderer } = await states({
      'prod/a.yaml': `${CONFIG_MAP}---\n${CONFIG_MAP.replace(
        'name: a',
        'name: b',
      )}`,
      'prod/c.json':
        '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"}}]}',
    }).read(target);
    expect(renderer).toBe('plain');
    expect(objects.map(({ object }) => object.metadata.name)).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(objects[1].lineOf?.('metadata.name')).toBe(9);
  });

  it('parses one commit once', async () => {
    const subject = states({ 'prod/a.yaml': CONFIG_MAP });
    expect(await subject.read(target)).toBe(await subject.read(target));
  });

  it('shows nothing of what a renderer refuses', async () => {
    await expect(
      states({ 'prod/a.yaml': CONFIG_MAP, 'prod/broken.yaml': '' }).read(
        target,
      ),
    ).rejects.toMatchObject({
      name: 'DesiredStateError',
      problem: 'unsupported',
      message: 'Cannot render: broken.yaml, line 1: broken',
    });
  });

  it('says which renderers there are when a target names another', async () => {
    await expect(
      states({ 'prod/a.yaml': CONFIG_MAP }).read({
        ...target,
        renderer: 'jsonnet',
      }),
    ).rejects.toThrow('There is no renderer jsonnet; known are plain, broken');
  });

  it('skips such files when they are said to be plain', async () => {
    const { objects, skipped } = await states({
      'prod/a.yaml': CONFIG_MAP,
      'prod/kustomization.yaml': 'a: 1',
    }).read({ ...target, renderer: 'plain' });
    expect(objects).toHaveLength(1);
    expect(skipped).toEqual([
      {
        path: 'prod/kustomization.yaml',
        reason: 'is a Kustomize file, which plain manifests do not use',
      },
    ]);
  });

  it('says what there is in place of manifests', async () => {
    await expect(
      states({ 'prod/web.jsonnet': '{}' }).read(target),
    ).rejects.toMatchObject({
      problem: 'no-manifests',
      message:
        'There is no manifest at or below prod at commit abcdef0; prod/web.jsonnet is Jsonnet, which plain manifests do not use',
    });
  });

  it('says when there is nothing', async () => {
    await expect(states({}).read(target)).rejects.toMatchObject({
      problem: 'no-manifests',
    });
  });
});
