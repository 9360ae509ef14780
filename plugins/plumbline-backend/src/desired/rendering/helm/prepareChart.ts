import {
  RenderError,
  type HelmValues,
  type RenderRequest,
  type RepositoryFile,
} from '@plumbline/backstage-plugin-plumbline-node';
import { cannotRender } from '../cannotRender';
import type { FileTree } from '../FileTree';
import { looksRemote } from '../remoteReference';
import { isWithin, pathWithin, resolveInTree } from '../treePath';
import { layOut } from '../workspaceLayout';
import { pathIn, readChart, type Chart } from './Chart';
import { collectCharts, type ChartCopy } from './collectCharts';
import { readsElsewhere } from './readsElsewhere';

/** Of a chart with all that it depends on; a chart that others name many times lies there as often. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What Helm is to be given. */
export interface PreparedChart {
  chart: Chart;
  /** As they lie in the workspace. */
  files: RepositoryFile[];
  /** Values, weakest first; paths of the workspace, under names of our own. */
  valueFiles: string[];
  copies: ChartCopy[];
  /** Folders and files that lie outside of what was read. */
  notRead: string[];
  /** Schemas of values that are left out, since they have Helm read more than the chart. */
  unchecked: string[];
}

/**
 * Checks all that a chart would read, and lays out what it needs.
 *
 * @throws RenderError for what is refused
 */
export function prepareChart(
  tree: FileTree,
  { path, options, files }: Pick<RenderRequest, 'path' | 'options' | 'files'>,
): PreparedChart {
  const chart = readChart(tree, path);
  if (!chart) {
    throw new RenderError(
      `Cannot render: there is no Helm chart at ${path}: Chart.yaml is missing`,
    );
  }
  const { copies, notRead } = collectCharts(tree, chart);
  const found = [...files, ...copies.flatMap(copy => copyOf(tree, copy))];
  const unchecked = new Set(found.filter(isSchemaOfOthers));
  const all = found.filter(file => !unchecked.has(file));
  if (all.reduce((bytes, { text }) => bytes + text.length, 0) > MAX_BYTES) {
    throw cannotRender(
      { file: chart.file },
      'the chart is too large with all that it depends on',
    );
  }
  const prepared: PreparedChart = {
    chart,
    files: layOut(all),
    valueFiles: [],
    copies,
    notRead,
    unchecked: [...unchecked].map(file => file.path),
  };
  for (const values of options.helm?.values ?? []) {
    addValues(tree, values, prepared);
  }
  return prepared;
}

function isSchemaOfOthers({ path, text }: RepositoryFile): boolean {
  return /(^|\/)values\.schema\.json$/.test(path) && readsElsewhere(text);
}

/**
 * The file of the repository that a template came from, by the name that Helm gives it.
 *
 * @returns undefined when it has none of its own, as in a packed chart
 */
export function fileOfTemplate(
  tree: FileTree,
  { chart, copies }: PreparedChart,
  template: string | undefined,
): string | undefined {
  const below = template?.slice(template.indexOf('/') + 1) ?? '';
  const file = pathIn(chart.folder, below);
  const copy = copies
    .filter(({ to }) => isWithin(to, file))
    .sort((a, b) => b.to.length - a.to.length)
    .at(0);
  const written = copy ? pathIn(copy.from, pathWithin(copy.to, file)) : file;
  return tree.at(written).kind === 'file' ? written : undefined;
}

function addValues(
  tree: FileTree,
  values: HelmValues,
  prepared: PreparedChart,
): void {
  const text =
    'yaml' in values ? values.yaml : valuesFile(tree, values, prepared);
  if (text !== undefined) {
    const path = `values/${prepared.valueFiles.length}.yaml`;
    prepared.files.push({ path, text });
    prepared.valueFiles.push(path);
  }
}

function valuesFile(
  tree: FileTree,
  { file, isOptional }: Extract<HelmValues, { file: string }>,
  { chart, notRead }: PreparedChart,
): string | undefined {
  const place = { file: chart.file };
  if (looksRemote(file) || file.startsWith('/')) {
    throw cannotRender(
      place,
      'a values file lies elsewhere than in this repository; only files of the repository are read',
    );
  }
  const path = resolveInTree(chart.folder, file);
  if (path === undefined) {
    throw cannotRender(
      place,
      `the values file ${file} leads out of the entity's source location`,
    );
  }
  const entry = tree.at(path);
  switch (entry.kind) {
    case 'file':
      return entry.file.text;
    case 'not-read':
      notRead.push(path);
      return undefined;
    case 'refused':
      throw cannotRender(place, `the values file ${entry.reason}`);
    default:
      if (isOptional) {
        return undefined;
      }
      throw cannotRender(place, `the values file ${file} does not exist`);
  }
}

function copyOf(tree: FileTree, { from, to }: ChartCopy): RepositoryFile[] {
  return tree
    .filesBelow(from)
    .map(file => ({ ...file, path: pathIn(to, pathWithin(from, file.path)) }));
}
