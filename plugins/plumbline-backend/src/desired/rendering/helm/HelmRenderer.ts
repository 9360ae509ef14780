import {
  RenderError,
  type RenderedManifests,
  type Renderer,
  type RenderRequest,
} from '@plumbline/backstage-plugin-plumbline-node';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { controllerOverrides } from '../controllerOverrides';
import { FileTree } from '../FileTree';
import type { Sandbox } from '../sandbox';
import { commonFolder } from '../treePath';
import { inWorkspace } from '../workspaceLayout';
import { compareRenders } from './compareRenders';
import { helmArguments } from './helmArguments';
import {
  fileOfTemplate,
  prepareChart,
  type PreparedChart,
} from './prepareChart';
import { readTemplated } from './readTemplated';
import { refusal } from './refusal';
import { filesThatCall } from './templateFunctions';

/** Longer than the smallest step of most formats of time, so that two renderings do not share it. */
const NEXT_SECOND = 1_100;

/** Templates a chart with an installed `helm`, twice, after all that it depends on was checked. */
export class HelmRenderer implements Renderer {
  readonly kind = 'helm';
  readonly reads = 'all';
  readonly needsCluster = true;
  readonly #sandbox: Sandbox;
  readonly #command: string | undefined;

  /** @param options - `command`: `helm`, by name or path; looked for when left out */
  constructor(options: { sandbox: Sandbox; command: string | undefined }) {
    this.#sandbox = options.sandbox;
    this.#command = options.command;
  }

  claims(names: readonly string[]): boolean {
    return names.includes('Chart.yaml');
  }

  widen(request: RenderRequest, read: { path: string }): string | undefined {
    const { notRead } = prepareChart(new FileTree(request, read.path), request);
    return notRead.length === 0
      ? undefined
      : commonFolder([read.path, ...notRead]);
  }

  async render(request: RenderRequest): Promise<RenderedManifests> {
    const tree = new FileTree(request);
    const prepared = prepareChart(tree, request);
    const [first, second] = (await this.#template(request, tree, prepared)).map(
      text =>
        readTemplated(
          text,
          template =>
            fileOfTemplate(tree, prepared, template) ?? prepared.chart.file,
        ),
    );
    const stable = compareRenders(
      first.objects,
      second.objects,
      request.namespace,
    );
    return {
      objects: stable.objects,
      errors: first.errors,
      skipped: [...first.skipped, ...stable.skipped],
      unstablePaths: stable.unstablePaths,
      notes: [
        ...notesOnTemplates(request, tree),
        ...prepared.unchecked.map(
          file =>
            `${file} refers to what lies outside of the chart, so values are not checked by it`,
        ),
        ...controllerOverrides(request),
      ],
    };
  }

  /** Two renderings of the same files. */
  async #template(
    request: RenderRequest,
    tree: FileTree,
    prepared: PreparedChart,
  ): Promise<[string, string]> {
    const { name, cluster, options } = request;
    const { helm = {} } = options;
    const { chart, files, valueFiles } = prepared;
    const argumentsIn = (source: string) =>
      helmArguments(join(source, inWorkspace(chart.folder)), {
        releaseName: helm.releaseName ?? name,
        namespace: helm.namespace ?? request.namespace,
        options: {
          ...helm,
          kubeVersion: helm.kubeVersion ?? cluster?.kubeVersion,
          apiVersions: helm.apiVersions ?? cluster?.apiVersions,
        },
        valueFiles: valueFiles.map(file => join(source, file)),
      });
    // What Helm must not be given is refused whether there is a Helm or not.
    argumentsIn('');
    const program = await this.#program();
    const tellsTime = filesThatCall('now', files).length > 0;
    return this.#sandbox.open(files, async run => {
      const render = async () => {
        const { isDone, stdout, stderr } = await run(program, argumentsIn);
        if (!isDone) {
          throw refusal(stderr, chart.file, template =>
            fileOfTemplate(tree, prepared, template),
          );
        }
        return stdout;
      };
      const first = await render();
      if (tellsTime) {
        await wait(NEXT_SECOND);
      }
      return [first, await render()];
    });
  }

  async #program(): Promise<string> {
    const program = await this.#sandbox.find(this.#command ?? 'helm');
    if (program === undefined) {
      throw new RenderError(
        this.#command === undefined
          ? 'Cannot render: the backend has no helm; install it or set plumbline.git.renderers.helm.command'
          : 'Cannot render: what plumbline.git.renderers.helm.command names is not installed where the backend runs',
      );
    }
    return program;
  }
}

/** What templates ask for and do not get. */
function notesOnTemplates(
  { path, options, cluster }: RenderRequest,
  tree: FileTree,
): string[] {
  const files = tree.filesBelow(path);
  const kubeVersion = options.helm?.kubeVersion ?? cluster?.kubeVersion;
  return [
    ...filesThatCall('lookup', files).map(
      file => `${file} calls lookup, which finds nothing without a cluster`,
    ),
    ...(kubeVersion === undefined
      ? filesThatCall('Capabilities', files).map(
          file =>
            `${file} asks for .Capabilities; the cluster's version is not known, so Helm's own counts`,
        )
      : []),
  ];
}
