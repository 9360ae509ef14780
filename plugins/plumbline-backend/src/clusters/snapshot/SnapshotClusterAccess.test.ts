import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SnapshotClusterAccess } from './SnapshotClusterAccess';

const deployments = { group: 'apps', version: 'v1', plural: 'deployments' };

const index = {
  recordedAt: '2026-01-02T03:04:05Z',
  kubernetesVersion: 'v1.36.3',
  resources: [
    {
      ...deployments,
      kind: 'Deployment',
      namespaced: true,
      file: 'deployments.apps.json',
    },
  ],
};

const list = {
  kind: 'DeploymentList',
  apiVersion: 'apps/v1',
  metadata: { resourceVersion: '7' },
  items: [
    {
      metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
      spec: { replicas: 3 },
    },
    { metadata: { name: 'web', namespace: 'other' }, spec: {} },
  ],
};

describe('SnapshotClusterAccess', () => {
  let folder: string;
  let access: SnapshotClusterAccess;

  const write = (file: string, content: unknown) =>
    writeFile(
      join(folder, file),
      typeof content === 'string' ? content : JSON.stringify(content),
    );

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snapshot-'));
    access = new SnapshotClusterAccess({ cluster: 'recorded', folder });
    await write('snapshot.json', index);
    await write('deployments.apps.json', list);
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('answers as the cluster did', async () => {
    await expect(access.discover()).resolves.toEqual([
      {
        ...deployments,
        kind: 'Deployment',
        namespaced: true,
        verbs: ['get', 'list'],
      },
    ]);
    await expect(
      access.get({ ...deployments, namespace: 'shop', name: 'web' }),
    ).resolves.toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
      spec: { replicas: 3 },
    });
    await expect(
      access.get({ ...deployments, namespace: 'shop', name: 'gone' }),
    ).resolves.toBeUndefined();
    const all = await access.list(deployments);
    expect(all.items).toHaveLength(2);
    const some = await access.list({
      ...deployments,
      namespace: 'shop',
      labelSelector: 'app=web',
      metadataOnly: true,
    });
    expect(some.items).toEqual([
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
      },
    ]);
    expect(access).not.toHaveProperty('watch');
  });

  it('does not take what was not recorded for absent', async () => {
    await expect(
      access.list({ group: '', version: 'v1', plural: 'pods' }),
    ).rejects.toMatchObject({
      problem: 'unknown-kind',
      message: 'pods of v1 were not recorded',
    });
  });

  it.each([
    ['snapshot.json', 'not json', 'unreachable', /snapshot.json is not JSON/],
    ['snapshot.json', { resources: [] }, 'unreachable', /recordedAt/],
    [
      'snapshot.json',
      {
        ...index,
        resources: [{ ...index.resources[0], file: '../secret.json' }],
      },
      'unreachable',
      /resources\.0\.file/,
    ],
    ['deployments.apps.json', '{', 'unreachable', /is not JSON/],
    ['deployments.apps.json', {}, 'invalid-answer', /no complete List/],
    [
      'deployments.apps.json',
      { items: [{ spec: {} }] },
      'invalid-answer',
      /no complete List/,
    ],
  ])(
    'says what is wrong with %s (%#)',
    async (file, content, problem, text) => {
      await write(file, content);
      await expect(access.list(deployments)).rejects.toMatchObject({
        name: 'ClusterAccessError',
        problem,
        message: expect.stringMatching(text),
      });
    },
  );

  it('says when there is no recording', async () => {
    const nowhere = new SnapshotClusterAccess({
      cluster: 'c',
      folder: join(folder, 'none'),
    });
    await expect(nowhere.discover()).rejects.toMatchObject({
      problem: 'unreachable',
      message: expect.stringContaining('cannot be read'),
    });
  });
});
