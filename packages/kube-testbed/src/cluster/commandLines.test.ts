import { apiserverArguments } from './commandLines';
import { findClusterBinaries } from './ClusterBinaries';
import { firstObjects } from './firstObjects';
import { EXAMPLE_USERS } from './ClusterUser';
import { KubernetesFiles } from './kubernetesFiles';

const FILES: KubernetesFiles = {
  ca: '',
  certFile: '/c/tls.crt',
  keyFile: '/c/tls.key',
  serviceAccountKeyFile: '/c/sa.key',
  tokenFile: '/c/tokens.csv',
  auditLog: '/c/audit.log',
  kwokConfig: '/c/kwok.yaml',
  kubeconfigs: new Map(),
};

describe('apiserverArguments', () => {
  const args = (auditWebhook?: string) =>
    apiserverArguments(
      FILES,
      { api: 1, client: 2 },
      {
        binaries: { etcd: '', kubeApiserver: '', kubectl: '' },
        folder: '/c',
        auditPolicy: '/p.yaml',
        auditWebhook,
        apiserverFlags: ['--v=2'],
      },
    );

  it('has the webhook with its short wait only when there is one', () => {
    expect(args().join(' ')).not.toContain('webhook');
    expect(args('/hook')).toEqual(
      expect.arrayContaining([
        '--audit-webhook-config-file=/hook',
        '--audit-webhook-batch-max-wait=1s',
      ]),
    );
  });

  it('writes the audit log before it answers, and ends with what the caller adds', () => {
    expect(args()).toContain('--audit-log-mode=blocking');
    expect(args().at(-1)).toBe('--v=2');
  });
});

describe('findClusterBinaries', () => {
  it('finds nothing without the variable or in a folder without them', () => {
    expect(findClusterBinaries({})).toBeUndefined();
    expect(
      findClusterBinaries({ KUBEBUILDER_ASSETS: __dirname }),
    ).toBeUndefined();
  });
});

describe('firstObjects', () => {
  it('binds each person to their role, and lets rita only look', () => {
    const { items } = JSON.parse(firstObjects(EXAMPLE_USERS, ['node-1']));
    const roles = Object.fromEntries(
      items
        .filter((item: { kind: string }) => item.kind === 'ClusterRoleBinding')
        .map((item: { subjects: { name: string }[]; roleRef: object }) => [
          item.subjects[0].name,
          item.roleRef,
        ]),
    );
    expect(roles['rita@example.com']).toMatchObject({ name: 'view' });
    expect(roles['jane@example.com']).toMatchObject({ name: 'cluster-admin' });
    expect(items.at(-1)).toMatchObject({
      kind: 'Node',
      metadata: { name: 'node-1' },
    });
  });
});
