import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { dump } from 'js-yaml';
import { ControlPlane } from '../../cluster/ControlPlane';
import { commitFile } from '../../example/commitFile';
import { Situation } from '../situations';
import { Delivery } from './Delivery';
import { namesOf } from './namesOf';

const MANIFESTS = 'deploy/app.yaml';
/** Beside the manifests of a situation with an overlay. */
const BASE = 'deploy/kustomization.yaml';
const OVERLAY = 'overlay/kustomization.yaml';

const GIT_AUTHOR = { name: 'Lena Ortiz', email: 'lena.ortiz@example.com' };

/** The field manager of CI where it applies server-side. */
export const CI_MANAGER = 'ci-deploy';

/**
 * A pipeline that applies from a checkout: each situation has a local repository.
 *
 * @internal
 */
export class CiDelivery implements Delivery {
  readonly #folder: string;
  readonly #cluster: string;

  /** @param folder - that the repositories lie in; the portal may read it */
  constructor(folder: string, cluster: string) {
    this.#folder = folder;
    this.#cluster = cluster;
  }

  repositoryOf({ id }: Situation): string {
    return path.join(this.#folder, id);
  }

  annotationsOf(situation: Situation): Record<string, string> {
    return {
      'backstage.io/source-location': `file:${this.repositoryOf(situation)}/`,
      'plumbline.io/manifests': dump([
        {
          path: path.dirname(situation.overlay ? OVERLAY : MANIFESTS),
          cluster: this.#cluster,
          namespace: namesOf(situation).namespace,
        },
      ]),
    };
  }

  textOf(situation: Situation): Promise<string> {
    return readFile(this.#fileOf(situation, MANIFESTS), 'utf8');
  }

  async commit(
    situation: Situation,
    message: string,
    text: string,
  ): Promise<void> {
    const files = {
      [MANIFESTS]: text,
      ...(situation.overlay && {
        [BASE]: `resources: [${path.basename(MANIFESTS)}]\n`,
        [OVERLAY]: situation.overlay,
      }),
    };
    for (const [file, content] of Object.entries(files)) {
      await commitFile({
        folder: this.repositoryOf(situation),
        file,
        text: content,
        message,
        author: GIT_AUTHOR,
      });
    }
  }

  async apply(plane: ControlPlane, situation: Situation): Promise<void> {
    const what = situation.overlay
      ? ['-k', path.dirname(this.#fileOf(situation, OVERLAY))]
      : ['-f', this.#fileOf(situation, MANIFESTS)];
    await plane.mustRun('ci', [
      ...['apply', '-n', namesOf(situation).namespace, ...what],
      ...(situation.apply === 'server-side'
        ? ['--server-side', `--field-manager=${CI_MANAGER}`]
        : []),
    ]);
  }

  #fileOf(situation: Situation, file: string): string {
    return path.join(this.repositoryOf(situation), file);
  }
}
