import path from 'node:path';
import { KubernetesFiles } from './kubernetesFiles';
import type { ControlPlaneOptions } from './ControlPlaneOptions';

/** Arguments of etcd. */
export function etcdArguments(
  folder: string,
  ports: { client: number; peer: number },
): string[] {
  const client = `http://127.0.0.1:${ports.client}`;
  const peer = `http://127.0.0.1:${ports.peer}`;
  return [
    `--data-dir=${path.join(folder, 'etcd')}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    // The data is thrown away: it need not survive a power cut.
    '--unsafe-no-fsync',
  ];
}

/** Arguments of kube-apiserver. */
export function apiserverArguments(
  files: KubernetesFiles,
  ports: { api: number; client: number },
  options: ControlPlaneOptions,
): string[] {
  return [
    `--etcd-servers=http://127.0.0.1:${ports.client}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${ports.api}`,
    `--tls-cert-file=${files.certFile}`,
    `--tls-private-key-file=${files.keyFile}`,
    '--service-cluster-ip-range=10.0.0.0/24',
    `--service-account-key-file=${files.serviceAccountKeyFile}`,
    `--service-account-signing-key-file=${files.serviceAccountKeyFile}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    '--authorization-mode=RBAC',
    `--token-auth-file=${files.tokenFile}`,
    `--audit-policy-file=${options.auditPolicy}`,
    `--audit-log-path=${files.auditLog}`,
    '--audit-log-mode=blocking',
    ...(options.auditWebhook
      ? [
          `--audit-webhook-config-file=${options.auditWebhook}`,
          '--audit-webhook-batch-max-wait=1s',
        ]
      : []),
    ...(options.apiserverFlags ?? []),
  ];
}

/** Arguments of kube-controller-manager. */
export function controllerManagerArguments(
  files: KubernetesFiles,
  port: number,
): string[] {
  return [
    `--kubeconfig=${files.kubeconfigs.get('kube-controller-manager')}`,
    `--service-account-private-key-file=${files.serviceAccountKeyFile}`,
    '--use-service-account-credentials=true',
    '--leader-elect=false',
    `--secure-port=${port}`,
    '--bind-address=127.0.0.1',
    `--tls-cert-file=${files.certFile}`,
    `--tls-private-key-file=${files.keyFile}`,
    '--horizontal-pod-autoscaler-sync-period=2s',
  ];
}

/** Arguments of kube-scheduler. */
export function schedulerArguments(
  files: KubernetesFiles,
  folder: string,
  port: number,
): string[] {
  return [
    `--kubeconfig=${files.kubeconfigs.get('kube-scheduler')}`,
    '--leader-elect=false',
    `--secure-port=${port}`,
    '--bind-address=127.0.0.1',
    `--cert-dir=${path.join(folder, 'certs-scheduler')}`,
  ];
}

/** Arguments of kwok. */
export function kwokArguments(files: KubernetesFiles, port: number): string[] {
  return [
    `--kubeconfig=${files.kubeconfigs.get('node')}`,
    '--manage-all-nodes=true',
    `--config=${files.kwokConfig}`,
    '--node-ip=127.0.0.1',
    `--node-port=${port}`,
    `--server-address=127.0.0.1:${port}`,
    `--tls-cert-file=${files.certFile}`,
    `--tls-private-key-file=${files.keyFile}`,
    '--node-lease-duration-seconds=40',
  ];
}
