import {
  RenderError,
  type RenderedManifests,
  type Renderer,
  type RenderRequest,
} from '@plumbline/backstage-plugin-plumbline-node';
import { basename, join } from 'node:path';
import { controllerOverrides } from '../controllerOverrides';
import { FileTree } from '../FileTree';
import type { Sandbox } from '../sandbox';
import { commonFolder } from '../treePath';
import { isKustomizationFile } from '../whyNoManifest';
import { kustomizationOf, prepareBuild, type Build } from './prepareBuild';
import { readOutcome } from './readOutcome';
import { walkKustomizations } from './walkKustomizations';

const PROGRAMS = ['kustomize', 'kubectl'];

/** Builds a kustomization with an installed `kustomize` or `kubectl`, after all that it refers to was checked. */
export class KustomizeRenderer implements Renderer {
  readonly kind = 'kustomize';
  readonly reads = 'all';
  readonly #sandbox: Sandbox;
  readonly #command: string | undefined;

  /** @param options - `command`: `kustomize` or `kubectl`, by name or path; looked for when left out */
  constructor(options: { sandbox: Sandbox; command: string | undefined }) {
    this.#sandbox = options.sandbox;
    this.#command = options.command;
  }

  claims(names: readonly string[]): boolean {
    return names.some(isKustomizationFile);
  }

  widen(request: RenderRequest, read: { path: string }): string | undefined {
    const tree = new FileTree(request, read.path);
    const { kustomization } = kustomizationOf(tree, request);
    const notRead = walkKustomizations(tree, kustomization);
    return notRead.length === 0
      ? undefined
      : commonFolder([read.path, ...notRead]);
  }

  async render(request: RenderRequest): Promise<RenderedManifests> {
    const build = prepareBuild(request);
    const { commonMetadata, substitute } = request.options.kustomize ?? {};
    const { objects, errors } = readOutcome(await this.#build(build), {
      ...build,
      commonMetadata,
      substitute,
    });
    return {
      objects,
      errors,
      skipped: [],
      notes: [...build.notes, ...controllerOverrides(request)],
    };
  }

  async #build({ files, folder, file }: Build): Promise<string> {
    const program = await this.#program();
    const subcommand = basename(program).startsWith('kubectl')
      ? 'kustomize'
      : 'build';
    const { isDone, stdout } = await this.#sandbox.open(files, run =>
      run(program, source => [subcommand, join(source, folder)]),
    );
    if (!isDone) {
      // What it says may quote what files hold, Secrets among them.
      throw new RenderError(
        `Cannot render: Kustomize refuses ${file}; "${basename(
          program,
        )} ${subcommand}" in a checkout says why`,
      );
    }
    return stdout;
  }

  async #program(): Promise<string> {
    const names = this.#command === undefined ? PROGRAMS : [this.#command];
    for (const name of names) {
      const program = await this.#sandbox.find(name);
      if (program !== undefined) {
        return program;
      }
    }
    throw new RenderError(
      this.#command === undefined
        ? 'Cannot render: the backend has neither kustomize nor kubectl; install one or set plumbline.git.renderers.kustomize.command'
        : 'Cannot render: what plumbline.git.renderers.kustomize.command names is not installed where the backend runs',
    );
  }
}
