import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dump } from 'js-yaml';
import { commitFile } from '../example/commitFile';
import { PACKAGE_FOLDER } from '../repositoryFolders';
import { splitCommandLine } from '../story/commandLine';
import { ControlPlane } from '../cluster/ControlPlane';
import { runCommand } from '../cluster/runCommand';
import { CommandStep, CommitStep, Situation } from './situations';

/** The one file of a situation's repository. */
const MANIFESTS = 'deploy/app.yaml';

const GIT_AUTHOR = { name: 'Lena Ortiz', email: 'lena.ortiz@example.com' };

/** The field manager of CI where it applies server-side. */
export const CI_MANAGER = 'ci-deploy';

const EDITOR = path.join(PACKAGE_FOLDER, 'kubectl', 'editor.cjs');

/**
 * Where situations are played: for each a Git repository, a namespace and a catalog entity of its own.
 *
 * @internal
 */
export class Workbench {
  readonly #folder: string;
  readonly #situations: readonly Situation[];

  /** @param folder - that the repositories lie in; the portal may read it */
  constructor(folder: string, situations: readonly Situation[]) {
    this.#folder = folder;
    this.#situations = situations;
  }

  static namespaceOf({ id }: Situation): string {
    return `case-${id}`;
  }

  /** Name of the component whose page shows it. */
  static componentOf({ id }: Situation): string {
    return `case-${id}`;
  }

  /** Makes the repositories. @returns path of a catalog file with the entities */
  async prepare(cluster: string): Promise<string> {
    for (const situation of this.#situations) {
      await this.#commit(situation, 'First version', situation.manifests);
    }
    const catalog = path.join(this.#folder, 'cases.yaml');
    const entities = this.#situations.map(situation =>
      entityOf(situation, this.#repositoryOf(situation), cluster),
    );
    await writeFile(
      catalog,
      entities.map(entity => `---\n${dump(entity)}`).join(''),
    );
    return catalog;
  }

  /** Makes the namespaces and lets CI apply what Git wants. */
  async apply(plane: ControlPlane): Promise<void> {
    for (const situation of this.#situations) {
      const namespace = Workbench.namespaceOf(situation);
      await plane.mustRun('admin', ['create', 'namespace', namespace]);
      await plane.mustRun('ci', [
        ...['apply', '-n', namespace, '-f', this.#fileOf(situation)],
        ...(situation.apply === 'server-side'
          ? ['--server-side', `--field-manager=${CI_MANAGER}`]
          : []),
      ]);
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
      cwd: this.#repositoryOf(situation),
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
      cwd: this.#repositoryOf(situation),
      input: patch,
    });
    if (code !== 0) {
      throw new Error(`git apply: ${code} ${stderr}\n${patch}`);
    }
    const text = await readFile(this.#fileOf(situation), 'utf8');
    await this.#commit(situation, 'Adopt what runs', text);
  }

  /** @throws RangeError when the text to replace is not there */
  async commit(situation: Situation, { commit }: CommitStep): Promise<void> {
    const text = await readFile(this.#fileOf(situation), 'utf8');
    if (!text.includes(commit.from)) {
      throw new RangeError(`${situation.id}: "${commit.from}" is not in Git`);
    }
    await this.#commit(
      situation,
      commit.message,
      text.replace(commit.from, () => commit.to),
    );
  }

  #commit(situation: Situation, message: string, text: string): Promise<void> {
    return commitFile({
      folder: this.#repositoryOf(situation),
      file: MANIFESTS,
      text,
      message,
      author: GIT_AUTHOR,
    });
  }

  #repositoryOf({ id }: Situation): string {
    return path.join(this.#folder, id);
  }

  #fileOf(situation: Situation): string {
    return path.join(this.#repositoryOf(situation), MANIFESTS);
  }
}

function entityOf(
  situation: Situation,
  repository: string,
  cluster: string,
): object {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: Workbench.componentOf(situation),
      description: situation.title,
      annotations: {
        'backstage.io/source-location': `file:${repository}/`,
        'plumbline.io/manifests': dump([
          {
            path: path.dirname(MANIFESTS),
            cluster,
            namespace: Workbench.namespaceOf(situation),
          },
        ]),
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
  };
}
