import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dump } from 'js-yaml';
import { PACKAGE_FOLDER } from '../repositoryFolders';
import { splitCommandLine } from '../story/commandLine';
import { ControlPlane } from '../cluster/ControlPlane';
import { runCommand } from '../cluster/runCommand';
import { ArgoDelivery, CiDelivery, Delivery, namesOf } from './delivery';
import { CommandStep, CommitStep, Situation } from './situations';

const EDITOR = path.join(PACKAGE_FOLDER, 'kubectl', 'editor.cjs');

/**
 * Where situations are played: for each a Git repository, a namespace and a catalog entity of its own.
 *
 * @internal
 */
export class Workbench {
  readonly #situations: readonly Situation[];
  readonly #ci: CiDelivery;
  readonly #argo: ArgoDelivery;

  constructor(options: {
    situations: readonly Situation[];
    ci: CiDelivery;
    argo: ArgoDelivery;
  }) {
    this.#situations = options.situations;
    this.#ci = options.ci;
    this.#argo = options.argo;
  }

  static namespaceOf(situation: Situation): string {
    return namesOf(situation).namespace;
  }

  /** Name of the component whose page shows it. */
  static componentOf(situation: Situation): string {
    return namesOf(situation).component;
  }

  /** Makes the repositories, and writes the entities into a catalog file. */
  async prepare(catalog: string): Promise<void> {
    for (const situation of this.#situations) {
      await this.#deliveryOf(situation).commit(
        situation,
        'First version',
        situation.manifests,
      );
    }
    const entities = this.#situations.map(situation =>
      entityOf(situation, this.#deliveryOf(situation)),
    );
    await mkdir(path.dirname(catalog), { recursive: true });
    await writeFile(
      catalog,
      entities.map(entity => `---\n${dump(entity)}`).join(''),
    );
  }

  /** Makes the namespaces and has applied what Git wants. */
  async apply(plane: ControlPlane): Promise<void> {
    for (const situation of this.#situations) {
      const namespace = Workbench.namespaceOf(situation);
      await plane.mustRun('admin', ['create', 'namespace', namespace]);
      await this.#deliveryOf(situation).apply(plane, situation);
    }
  }

  /** @throws Error when it ends otherwise than the step says */
  async command(
    plane: ControlPlane,
    situation: Situation,
    step: CommandStep,
  ): Promise<void> {
    const [, ...argv] = splitCommandLine(step.command);
    const { code, stderr } = await plane.run(
      step.user,
      [argv[0], '-n', Workbench.namespaceOf(situation), ...argv.slice(1)],
      {
        input: step.input,
        env: step.edit && {
          KUBE_EDITOR: `env '${EDITOR}'`,
          EDIT_FROM: step.edit.from,
          EDIT_TO: step.edit.to,
        },
      },
    );
    if ((code !== 0) !== (step.refused ?? false)) {
      throw new Error(`${step.command} (as ${step.user}): ${code} ${stderr}`);
    }
  }

  /**
   * Runs a line as it stands, at the root of the situation's repository.
   *
   * @throws Error when it fails
   */
  async runLine(
    plane: ControlPlane,
    situation: Situation,
    { user, line }: { user: string; line: string },
  ): Promise<void> {
    const { code, stderr } = await plane.runLine(user, line, {
      cwd: this.#ci.repositoryOf(situation),
    });
    if (code !== 0) {
      throw new Error(`${line} (as ${user}): ${code} ${stderr}`);
    }
  }

  /**
   * Applies a patch with git, at the root of the situation's repository, and commits what comes of it.
   *
   * @throws Error when git refuses it
   */
  async applyPatch(situation: Situation, patch: string): Promise<void> {
    const { code, stderr } = await runCommand('git', ['apply', '-'], {
      cwd: this.#ci.repositoryOf(situation),
      input: patch,
    });
    if (code !== 0) {
      throw new Error(`git apply: ${code} ${stderr}\n${patch}`);
    }
    const text = await this.#ci.textOf(situation);
    await this.#ci.commit(situation, 'Adopt what runs', text);
  }

  /** @throws RangeError when the text to replace is not there */
  async commit(situation: Situation, { commit }: CommitStep): Promise<void> {
    const delivery = this.#deliveryOf(situation);
    const text = await delivery.textOf(situation);
    if (!text.includes(commit.from)) {
      throw new RangeError(`${situation.id}: "${commit.from}" is not in Git`);
    }
    await delivery.commit(
      situation,
      commit.message,
      text.replace(commit.from, () => commit.to),
    );
  }

  #deliveryOf({ delivery }: Situation): Delivery {
    return delivery === 'argocd' ? this.#argo : this.#ci;
  }
}

function entityOf(situation: Situation, delivery: Delivery): object {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: Workbench.componentOf(situation),
      description: situation.title,
      annotations: delivery.annotationsOf(situation),
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
  };
}
