import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readPlumblineConfig } from './config';

const read = (plumbline?: JsonObject) =>
  readPlumblineConfig(
    mockServices.rootConfig({ data: plumbline ? { plumbline } : {} }),
  );

describe('readPlumblineConfig', () => {
  it('works without any configuration', () => {
    expect(read()).toMatchObject({
      clusters: undefined,
      ingest: { listener: undefined, maxBodyBytes: 33_554_432 },
      audit: { retention: 2_592_000_000, silentAfter: 900_000 },
      friction: { score: { halfLifeDays: 7, windowDays: 30, threshold: 50 } },
      git: {
        localFolders: [],
        renderers: { helmCommand: undefined, timeout: 30_000, concurrency: 2 },
      },
      drift: { hintDelay: 1000, concurrency: 4 },
    });
  });

  it('reads clusters with each kind of access', () => {
    const { clusters } = read({
      clusters: [
        { name: 'a' },
        {
          name: 'b',
          access: 'kubeconfig',
          kubeconfig: { path: '/etc/b', context: 'prod' },
          auditSubject: 'audit-b',
          claimable: { namespaces: ['team-*'] },
        },
        { name: 'c', access: 'snapshot', snapshot: { folder: 'recorded' } },
        { name: 'd', access: 'none' },
      ],
    });
    expect(clusters?.map(cluster => cluster.access)).toEqual([
      { kind: 'kubernetes' },
      { kind: 'kubeconfig', path: '/etc/b', context: 'prod' },
      { kind: 'snapshot', folder: 'recorded' },
      { kind: 'none' },
    ]);
    expect(clusters?.[1]).toMatchObject({
      auditSubject: 'audit-b',
      claimableNamespaces: ['team-*'],
    });
  });

  it.each([
    [{ clusters: [{ name: 'a/b' }] }, /plumbline\.clusters\[0\]\.name/],
    [{ clusters: [{ name: 'a' }, { name: 'a' }] }, /'a' stands twice/],
    [
      {
        clusters: [
          { name: 'a', auditSubject: 's' },
          { name: 'b', auditSubject: 's' },
        ],
      },
      /auditSubject 's' is bound to two clusters/,
    ],
    [
      { clusters: [{ name: 'a', access: 'ssh' }] },
      /clusters\[0\]\.access: 'ssh' is none of/,
    ],
    [
      { clusters: [{ name: 'a', access: 'kubeconfig' }] },
      /clusters\[0\]\.kubeconfig\.path is missing/,
    ],
    [
      { clusters: [{ name: 'a', access: 'snapshot' }] },
      /clusters\[0\]\.snapshot\.folder is missing/,
    ],
    [
      {
        ingest: {
          listener: { port: 1, certificate: { cert: 'x', key: 'y' } },
        },
      },
      /ingest\.listener\.certificate\.cert is not PEM/,
    ],
    [{ ingest: { maxBodyBytes: 0 } }, /ingest\.maxBodyBytes/],
    [{ drift: { hintDelay: { seconds: 0 } } }, /drift\.hintDelay/],
    [{ friction: { score: { threshold: -1 } } }, /friction\.score\.threshold/],
  ])('refuses %j and names the key', (plumbline, message) => {
    expect(() => read(plumbline)).toThrow(message);
  });

  it('keeps events for ever when told so', () => {
    expect(read({ audit: { retention: false } }).audit.retention).toBe(
      undefined,
    );
  });
});
