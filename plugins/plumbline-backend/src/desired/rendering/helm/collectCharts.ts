import { cannotRender } from '../cannotRender';
import type { FileTree } from '../FileTree';
import { folderOf, resolveInTree } from '../treePath';
import { pathIn, readChart, type Chart, type ChartDependency } from './Chart';

/** A chart of the repository that another one names by `file://`, and where Helm looks for it. */
export interface ChartCopy {
  from: string;
  to: string;
}

/** What belongs to a chart. */
export interface ChartParts {
  copies: ChartCopy[];
  /** Folders of charts that lie outside of what was read. */
  notRead: string[];
}

/** Charts within charts; a real one has two or three. */
const MAX_DEPTH = 8;
/** Of all charts together: each may name the next one many times. */
const MAX_COPIES = 100;

/**
 * Finds the charts that a chart depends on. Nothing is fetched: what is not in the repository is refused.
 *
 * @throws RenderError with file and line
 */
export function collectCharts(tree: FileTree, chart: Chart): ChartParts {
  const parts: ChartParts = { copies: [], notRead: [] };
  collect(tree, chart, chart.folder, parts, 0);
  return parts;
}

/** @param at - where the chart will lie, which is elsewhere for a copy */
function collect(
  tree: FileTree,
  chart: Chart,
  at: string,
  parts: ChartParts,
  depth: number,
): void {
  if (depth > MAX_DEPTH) {
    throw cannotRender({ file: chart.file }, 'charts are nested too deeply');
  }
  const [refused] = tree
    .refusedBelow(chart.folder)
    .filter(({ path }) => !path.split('/').at(-1)?.startsWith('.'));
  if (refused) {
    throw cannotRender({ file: refused.path }, refused.reason);
  }
  for (const dependency of chart.dependencies) {
    if (!isVendored(tree, chart, dependency)) {
      followLocal(tree, chart, dependency, at, parts, depth);
    }
  }
  for (const folder of vendoredFolders(tree, chart)) {
    const vendored = readChart(tree, folder);
    if (vendored) {
      const name = folder.slice(pathIn(chart.folder, '').length);
      collect(tree, vendored, pathIn(at, name), parts, depth + 1);
    }
  }
}

function followLocal(
  tree: FileTree,
  chart: Chart,
  { name, repository, place }: ChartDependency,
  at: string,
  parts: ChartParts,
  depth: number,
): void {
  if (!repository.startsWith('file://')) {
    throw cannotRender(
      place,
      `the chart ${name} is not in charts/, and charts are not fetched; commit what "helm dependency build" makes`,
    );
  }
  const from = resolveInTree(chart.folder, repository.slice('file://'.length));
  if (from === undefined || repository.startsWith('file:///')) {
    throw cannotRender(
      place,
      `the chart ${name} lies outside of the entity's source location`,
    );
  }
  const local = readChart(tree, from);
  if (!local) {
    if (tree.at(from).kind !== 'not-read') {
      throw cannotRender(place, `there is no chart at ${from}`);
    }
    parts.notRead.push(from);
    return;
  }
  if (tree.filesBelow(pathIn(chart.folder, `charts/${name}`)).length > 0) {
    throw cannotRender(place, `charts/${name} is there, but holds no chart`);
  }
  const to = pathIn(at, `charts/${name}`);
  if (parts.copies.some(copy => copy.to === to)) {
    return;
  }
  if (parts.copies.length === MAX_COPIES) {
    throw cannotRender(place, `more than ${MAX_COPIES} charts are needed`);
  }
  parts.copies.push({ from, to });
  collect(tree, local, to, parts, depth + 1);
}

/** As a folder or as the archive that Helm packs. */
function isVendored(
  tree: FileTree,
  chart: Chart,
  { name }: ChartDependency,
): boolean {
  const folder = pathIn(chart.folder, 'charts');
  return (
    tree.at(pathIn(folder, `${name}/Chart.yaml`)).kind === 'file' ||
    tree.filesIn(folder).some(({ path }) => {
      const archive = path.slice(folder.length + 1);
      return archive.startsWith(`${name}-`) && archive.endsWith('.tgz');
    })
  );
}

function vendoredFolders(tree: FileTree, chart: Chart): string[] {
  const charts = pathIn(chart.folder, 'charts');
  return tree
    .filesBelow(charts)
    .filter(({ path }) => path.endsWith('/Chart.yaml'))
    .map(({ path }) => folderOf(path))
    .filter(folder => folderOf(folder) === charts);
}
