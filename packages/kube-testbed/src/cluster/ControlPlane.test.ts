import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REPOSITORY_FOLDER } from '../repositoryFolders';
import { findClusterBinaries } from './ClusterBinaries';
import { ControlPlane } from './ControlPlane';

const binaries = findClusterBinaries(process.env);

// Set KUBEBUILDER_ASSETS to start a real control plane.
(binaries ? describe : describe.skip)('ControlPlane', () => {
  it('comes up, knows its users, writes its audit log and goes', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'plane-'));
    const plane = await ControlPlane.start({
      binaries: binaries!,
      folder,
      auditPolicy: path.join(
        REPOSITORY_FOLDER,
        'examples/cluster/audit-policy.yaml',
      ),
    });
    try {
      const created = await plane.run('jane', ['create', 'namespace', 'here']);
      expect(created).toMatchObject({
        code: 0,
        stdout: 'namespace/here created\n',
      });
      const refused = await plane.run('rita', ['delete', 'namespace', 'here']);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('cannot delete resource "namespaces"');

      const log = await readFile(plane.auditLog, 'utf8');
      const event = log
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line))
        .find(
          ({ user, verb }) =>
            user.username === 'jane@example.com' && verb === 'create',
        );
      expect(event).toMatchObject({
        level: 'RequestResponse',
        objectRef: { resource: 'namespaces', name: 'here' },
      });
      expect(() => plane.kubeconfigOf('nobody')).toThrow(RangeError);
    } finally {
      await plane.stop();
    }
    await expect(fetch(plane.server)).rejects.toThrow();
    await rm(folder, { recursive: true, force: true });
  }, 120_000);
});
