import {
  ApiServerClusterAccess,
  KubeconfigTransport,
} from '../../../clusters/apiServer';
import type { KnownCluster } from '@plumbline/backstage-plugin-plumbline-node';
import {
  ControlPlane,
  putObject,
  runCommand,
  serveControllerKinds,
  type ClusterBinaries,
} from '@plumbline/kube-testbed';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const CLUSTER = 'prod';
const NO_AUDIT =
  'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{ level: None }]\n';

/** A real control plane with the kinds of Argo CD and Flux, whose namespace `shop` entities may claim. */
export class GitOpsCluster {
  private constructor(
    readonly plane: ControlPlane,
    readonly binaries: ClusterBinaries,
    readonly folder: string,
  ) {}

  static async start(binaries: ClusterBinaries): Promise<GitOpsCluster> {
    const folder = await mkdtemp(join(tmpdir(), 'gitops-'));
    const auditPolicy = join(folder, 'policy.yaml');
    await writeFile(auditPolicy, NO_AUDIT);
    const plane = await ControlPlane.start({
      binaries,
      folder: join(folder, 'plane'),
      auditPolicy,
    });
    await serveControllerKinds(plane);
    for (const namespace of ['argocd', 'flux-system', 'shop']) {
      await plane.mustRun('admin', ['create', 'namespace', namespace]);
    }
    return new GitOpsCluster(plane, binaries, folder);
  }

  get known(): KnownCluster {
    return {
      name: CLUSTER,
      claimableNamespaces: ['shop'],
      access: new ApiServerClusterAccess({
        cluster: CLUSTER,
        kind: 'kubeconfig',
        transport: new KubeconfigTransport({
          cluster: CLUSTER,
          source: { kind: 'file', path: this.plane.kubeconfigOf('admin') },
        }),
      }),
    };
  }

  /** Makes an object as its owner would, and its status as its controller would. */
  put(object: Parameters<typeof putObject>[1]): Promise<void> {
    return putObject(this.plane, object);
  }

  /** Applies as Argo CD does: client-side, under its name. */
  async applyAsArgo(yaml: string): Promise<void> {
    await this.plane.mustRun(
      'argocd',
      [
        ...['apply', '-n', 'shop', '-f', '-'],
        '--field-manager=argocd-controller',
      ],
      { input: yaml },
    );
  }

  /** Applies as Flux does: server-side, under the name of a controller. */
  async applyAsFlux(yaml: string, manager: string): Promise<void> {
    await this.plane.mustRun(
      'argocd',
      [
        ...['apply', '-n', 'shop', '-f', '-', '--server-side'],
        ...['--force-conflicts', `--field-manager=${manager}`],
      ],
      { input: yaml },
    );
  }

  /** Installs a chart by Helm, as a release of the namespace `shop`. */
  async installChart(
    release: string,
    chart: Record<string, string>,
    values: Record<string, number>,
  ): Promise<void> {
    const folder = await mkdtemp(join(this.folder, 'chart-'));
    for (const [path, text] of Object.entries(chart)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { code, stderr } = await runCommand(
      join(dirname(this.binaries.kubectl), 'helm'),
      [
        ...['install', release, join(folder, 'charts/web'), '-n', 'shop'],
        ...Object.entries(values).map(
          ([key, value]) => `--set=${key}=${value}`,
        ),
      ],
      {
        env: { HOME: folder, KUBECONFIG: this.plane.kubeconfigOf('admin') },
      },
    );
    if (code !== 0) {
      throw new Error(`helm install: ${stderr}`);
    }
  }

  /** Removes what tests applied. */
  async clear(): Promise<void> {
    await this.plane.mustRun('admin', [
      ...['delete', 'deployment', '--all', '-n', 'shop'],
    ]);
  }

  async stop(): Promise<void> {
    await this.plane.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
