import { ControlPlane } from '../../cluster/ControlPlane';
import { putObject } from '../../cluster/putObject';
import { GitHostDouble } from '../../git';
import { Situation } from '../situations';
import { Delivery } from './Delivery';
import { namesOf } from './namesOf';

const NAMESPACE = 'argocd';

/**
 * Argo CD as far as others see it: it applies what a Git host has, and its Application says which commit that was. Later
 * commits it leaves alone until it is told.
 *
 * @internal
 */
export class ArgoDelivery implements Delivery {
  readonly #host: GitHostDouble;
  readonly #versions = new Map<string, { text: string; sha: string }>();

  constructor(host: GitHostDouble) {
    this.#host = host;
  }

  annotationsOf({ id }: Situation): Record<string, string> {
    return { 'argocd/app-name': id };
  }

  async textOf(situation: Situation): Promise<string> {
    return this.#versionOf(situation).text;
  }

  async commit(
    { id }: Situation,
    message: string,
    text: string,
  ): Promise<void> {
    const sha = this.#host.commit({ [`${id}/app.yaml`]: text }, message);
    this.#versions.set(id, { text, sha });
  }

  async apply(plane: ControlPlane, situation: Situation): Promise<void> {
    const { text, sha } = this.#versionOf(situation);
    const { namespace } = namesOf(situation);
    await plane.mustRun(
      'argocd',
      [
        ...['apply', '-n', namespace, '-f', '-'],
        '--field-manager=argocd-controller',
        ...(situation.apply === 'server-side' ? ['--server-side'] : []),
      ],
      { input: text },
    );
    await putObject(plane, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: situation.id, namespace: NAMESPACE },
      spec: {
        project: 'default',
        source: {
          repoURL: this.#host.repository,
          path: situation.id,
          targetRevision: 'main',
        },
        destination: { server: 'https://kubernetes.default.svc', namespace },
      },
      status: {
        sync: { status: 'Synced', revision: sha },
        history: [
          { id: 0, revision: sha, deployedAt: new Date().toISOString() },
        ],
        operationState: { phase: 'Succeeded' },
      },
    });
  }

  #versionOf({ id }: Situation): { text: string; sha: string } {
    const version = this.#versions.get(id);
    if (!version) {
      throw new RangeError(`${id}: nothing is in Git yet`);
    }
    return version;
  }
}
