import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dump } from 'js-yaml';
import { ControlPlane } from '../cluster/ControlPlane';
import { serveControllerKinds } from '../cluster/controllerKinds';
import { ClusterBinaries } from '../cluster/ClusterBinaries';
import { EXAMPLE_USERS } from '../cluster/ClusterUser';
import { freePorts } from '../cluster/freePorts';
import { writeRepository } from '../example/writeRepository';
import { GitHostDouble } from '../git';
import { loopbackKubeconfig } from '../kubernetes/loopbackKubeconfig';
import { PortalProcess } from '../portal/PortalProcess';
import { REPOSITORY_FOLDER } from '../repositoryFolders';
import { readHistory, treesOf } from '../story/History';
import { readTree } from '../story/fileTree';
import { SITUATIONS } from './situations';
import { GADGET_DEFINITION } from './situations/manifests';
import { ArgoDelivery, CI_MANAGER, CiDelivery } from './delivery';
import { Workbench } from './Workbench';
import { issueLoopbackCertificate } from '../tls/issueCertificate';

/** What the example's entities call the cluster. */
export const CLUSTER = 'prod-eu';

const SUBJECT = 'audit-prod-eu';

const EXAMPLES = path.join(REPOSITORY_FOLDER, 'examples');

const HOUR_MS = 3_600_000;

/** Beyond the shipped rights: an operator who wants Secrets and own kinds compared grants them. */
const MORE_RIGHTS = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: plumbline-cases }
rules:
  - { apiGroups: [''], resources: [secrets], verbs: [get, list, watch] }
  - { apiGroups: [shop.example.com], resources: ['*'], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: plumbline-cases }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: plumbline-cases }
subjects: [{ kind: ServiceAccount, name: plumbline, namespace: plumbline }]
`;

/** Bound by the shipped manifests, so without a role of the testbed's own. */
const PLUMBLINE = {
  id: 'plumbline',
  username: 'system:serviceaccount:plumbline:plumbline',
  groups: ['system:serviceaccounts', 'system:serviceaccounts:plumbline'],
};

/**
 * A real control plane whose audit webhook posts, over TLS, to a real portal that looks back at it with the rights of
 * `examples/cluster/rbac.yaml`.
 *
 * @internal
 */
export class CheckedCluster {
  readonly plane: ControlPlane;
  readonly portal: PortalProcess;
  /** The example's manifests as a Git repository. */
  readonly repository: string;
  readonly workbench: Workbench;

  readonly #gitHost: GitHostDouble;

  private constructor(parts: {
    plane: ControlPlane;
    portal: PortalProcess;
    repository: string;
    workbench: Workbench;
    gitHost: GitHostDouble;
  }) {
    this.plane = parts.plane;
    this.portal = parts.portal;
    this.repository = parts.repository;
    this.workbench = parts.workbench;
    this.#gitHost = parts.gitHost;
  }

  /** @throws Error that names the log of what did not come up; everything else is stopped again */
  static async start(
    folder: string,
    binaries: ClusterBinaries,
  ): Promise<CheckedCluster> {
    const [portalPort, ingestPort] = await freePorts(2);
    const certificate = await issueLoopbackCertificate();
    const token = randomBytes(24).toString('hex');
    const webhook = path.join(folder, 'audit-webhook.kubeconfig');
    await writeFile(
      webhook,
      loopbackKubeconfig({
        server: `https://127.0.0.1:${ingestPort}/api/plumbline/v1/clusters/${CLUSTER}/audit-events`,
        ca: certificate.ca,
        token,
      }),
    );
    const repository = path.join(folder, 'git', 'shop');
    await writeShop(repository);
    const gitFolder = path.dirname(repository);
    const gitHost = await GitHostDouble.start('github');
    const workbench = new Workbench({
      situations: SITUATIONS,
      ci: new CiDelivery(gitFolder, CLUSTER),
      argo: new ArgoDelivery(gitHost),
    });
    const catalog = path.join(gitFolder, 'cases.yaml');
    await workbench.prepare(catalog);
    const plane = await ControlPlane.start({
      binaries,
      folder: path.join(folder, 'control-plane'),
      auditPolicy: path.join(EXAMPLES, 'cluster', 'audit-policy.yaml'),
      auditWebhook: webhook,
      users: [...EXAMPLE_USERS, PLUMBLINE],
    });
    try {
      const rbac = path.join(EXAMPLES, 'cluster', 'rbac.yaml');
      await plane.mustRun('admin', ['apply', '-f', rbac]);
      await plane.mustRun('admin', ['apply', '-f', '-'], {
        input: `${GADGET_DEFINITION}---\n${MORE_RIGHTS}`,
      });
      await serveControllerKinds(plane);
      await plane.mustRun('admin', ['create', 'namespace', 'argocd']);
      const config = path.join(folder, 'cluster-config.yaml');
      await writeFile(
        config,
        dump(
          portalConfig({
            token,
            certificate,
            ingestPort,
            kubeconfig: plane.kubeconfigOf(PLUMBLINE.id),
            git: gitFolder,
            integrations: gitHost.integrations,
            kubectl: binaries.kubectl,
            catalog,
          }),
        ),
        { mode: 0o600 },
      );
      const portal = await PortalProcess.start({
        folder: path.join(folder, 'portal'),
        port: portalPort,
        configFiles: [config],
      });
      return new CheckedCluster({
        plane,
        portal,
        repository,
        workbench,
        gitHost,
      });
    } catch (error) {
      await plane.stop();
      await gitHost.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.plane.stop();
    await this.portal.stop();
    await this.#gitHost.stop();
  }
}

async function writeShop(folder: string): Promise<void> {
  const commits = readHistory(
    await readFile(path.join(EXAMPLES, 'story', 'history.yaml'), 'utf8'),
  );
  const now = Date.now();
  await writeRepository({
    folder,
    commits,
    trees: treesOf(commits, await readTree(path.join(EXAMPLES, 'manifests'))),
    dateOf: commit =>
      new Date(now - (commits.length - commits.indexOf(commit)) * HOUR_MS),
  });
}

function portalConfig(options: {
  token: string;
  certificate: { cert: string; key: string };
  ingestPort: number;
  kubeconfig: string;
  git: string;
  integrations: object;
  kubectl: string;
  catalog: string;
}): object {
  const { cert, key } = options.certificate;
  return {
    backend: {
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: options.token, subject: SUBJECT },
            accessRestrictions: [
              {
                plugin: 'plumbline',
                permission: 'plumbline.audit-event.create',
              },
            ],
          },
        ],
      },
    },
    integrations: options.integrations,
    catalog: {
      locations: [
        path.join(EXAMPLES, 'catalog', 'all.yaml'),
        options.catalog,
      ].map(target => ({ type: 'file', target })),
    },
    plumbline: {
      clusters: [
        {
          name: CLUSTER,
          access: 'kubeconfig',
          kubeconfig: { path: options.kubeconfig },
          auditSubject: SUBJECT,
          claimable: { namespaces: ['payments', 'storefront', 'case-*'] },
        },
      ],
      ingest: {
        listener: { port: options.ingestPort, certificate: { cert, key } },
      },
      git: {
        localFolders: [options.git],
        renderers: { kustomize: { command: options.kubectl } },
      },
      drift: { gitopsManagers: [CI_MANAGER] },
    },
  };
}
