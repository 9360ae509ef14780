import { randomBytes, generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loopbackKubeconfig } from '../kubernetes/loopbackKubeconfig';
import { PACKAGE_FOLDER } from '../repositoryFolders';
import { issueLoopbackCertificate } from '../tls/issueCertificate';
import { ClusterUser } from './ClusterUser';

/**
 * The files that the programs of a control plane are started with.
 *
 * @internal
 */
export interface KubernetesFiles {
  ca: string;
  certFile: string;
  keyFile: string;
  serviceAccountKeyFile: string;
  tokenFile: string;
  auditLog: string;
  kwokConfig: string;
  kubeconfigs: ReadonlyMap<string, string>;
}

/**
 * Writes certificate, tokens, kubeconfigs and kwok's configuration of a new control plane into a folder.
 *
 * @internal
 */
export async function writeKubernetesFiles(
  folder: string,
  server: string,
  users: readonly ClusterUser[],
): Promise<KubernetesFiles> {
  await mkdir(path.join(folder, 'logs'), { recursive: true });
  const certificate = await issueLoopbackCertificate();
  const serviceAccountKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const secret = (name: string, text: string) =>
    write(path.join(folder, name), text, 0o600);

  const kubeconfigs = new Map<string, string>();
  const tokens: string[] = [];
  for (const user of users) {
    const token = randomBytes(24).toString('hex');
    tokens.push(
      `${token},${user.username},uid-${user.id},"${user.groups.join(',')}"`,
    );
    kubeconfigs.set(
      user.id,
      await secret(
        `${user.id}.kubeconfig`,
        loopbackKubeconfig({
          server,
          ca: certificate.ca,
          token,
          namespace: 'default',
        }),
      ),
    );
  }
  const podLog = await write(
    path.join(folder, 'pod.log'),
    '2026-01-01T00:00:00.000000000Z stdout F listening on :8080\n',
  );
  return {
    ca: certificate.ca,
    certFile: await secret('tls.crt', certificate.cert),
    keyFile: await secret('tls.key', certificate.key),
    serviceAccountKeyFile: await secret(
      'service-account.key',
      serviceAccountKey.privateKey
        .export({ type: 'pkcs1', format: 'pem' })
        .toString(),
    ),
    tokenFile: await secret('tokens.csv', `${tokens.join('\n')}\n`),
    auditLog: path.join(folder, 'audit.log'),
    kwokConfig: await writeKwokConfig(folder, podLog),
    kubeconfigs,
  };
}

async function writeKwokConfig(
  folder: string,
  podLog: string,
): Promise<string> {
  const shell = path.join(folder, 'pod');
  await mkdir(shell, { recursive: true });
  const kwok = (kind: string, spec: object) =>
    JSON.stringify({
      apiVersion: 'kwok.x-k8s.io/v1alpha1',
      kind,
      metadata: { name: 'everything' },
      spec,
    });
  return write(
    path.join(folder, 'kwok.yaml'),
    [
      await readFile(path.join(PACKAGE_FOLDER, 'kwok', 'stages.yaml'), 'utf8'),
      kwok('ClusterLogs', { logs: [{ logsFile: podLog }] }),
      kwok('ClusterExec', { execs: [{ local: { workDir: shell } }] }),
      kwok('ClusterPortForward', {
        forwards: [{ command: ['cat'] }],
      }),
    ].join('\n---\n'),
  );
}

async function write(
  file: string,
  text: string,
  mode: number = 0o644,
): Promise<string> {
  await writeFile(file, text, { mode });
  return file;
}
