import { readSide } from '../cli/input';
import { Comparison } from '../Comparison';
import { DiffOptions } from '../DiffOptions';
import { diffManifests } from '../diffManifests';
import {
  corpusPath,
  describeCorpus,
  readCorpus,
  report,
  SKIPPED,
} from './corpus';

// Reads many files, or starts processes, on a machine that may be busy.
jest.setTimeout(60_000);

interface PairCase {
  id: string;
  desired: string | null;
  live: string | null;
  verdict: 'none' | 'drift' | 'missing' | 'unexpected';
  paths: string[];
  forbidPaths: string[];
  additivePaths: string[];
  pathAliases: Record<string, string[]>;
  options: DiffOptions;
  basis: string;
}

function compare(item: PairCase): Comparison {
  const side = (path: string | null) =>
    readSide(path === null ? '-' : corpusPath('drift', path)).objects;
  return diffManifests(side(item.desired), side(item.live), {
    ...(item.desired === null && { unexpected: 'all' }),
    ...item.options,
  });
}

/** What is wrong with a comparison; empty when nothing is. */
function mistakes(item: PairCase, { objects }: Comparison): string[] {
  const many = objects.length > 1;
  const reported = objects.flatMap(({ ref, findings }) => {
    const [kind, name] = [ref.split('/').at(-3), ref.split('/').at(-1)];
    return findings
      .filter(({ verdict }) => verdict === 'drift')
      .map(({ path }) => (many ? `${kind}/${name}:${path}` : path));
  });
  const verdicts = objects.map(({ verdict }) => verdict);
  const worst =
    (['drift', 'missing', 'unexpected'] as const).find(verdict =>
      verdicts.includes(verdict),
    ) ?? 'none';
  const matches = (expected: string, path: string) =>
    [expected, ...(item.pathAliases[expected] ?? [])].some(alias =>
      alias.endsWith('*')
        ? path.startsWith(alias.slice(0, -1))
        : path === alias,
    );
  const known = [...item.paths, ...item.additivePaths];
  const wholeObject =
    item.verdict === 'missing' || item.verdict === 'unexpected';
  return [
    ...(worst === item.verdict ? [] : [`verdict ${worst}`]),
    ...item.paths
      .filter(path => !reported.some(seen => matches(path, seen)))
      .map(path => `missing ${path}`),
    ...reported
      .filter(seen => !wholeObject && !known.some(path => matches(path, seen)))
      .map(seen => `extra ${seen}`),
    ...reported
      .filter(seen => item.forbidPaths.some(path => seen.startsWith(path)))
      .map(seen => `forbidden ${seen}`),
  ];
}

describeCorpus(`pairs of upstream projects${SKIPPED}`, () => {
  it('are judged as their own tests do', () => {
    const cases = readCorpus<PairCase[]>('drift/cases.json');
    const wrong = cases
      .filter(({ basis }) => basis !== 'contested')
      .map(item => ({ id: item.id, mistakes: mistakes(item, compare(item)) }))
      .filter(result => result.mistakes.length > 0);
    const judged = cases.filter(({ basis }) => basis !== 'contested').length;
    report(`pairs, verdict and path  ${judged - wrong.length}/${judged}`);
    expect(wrong).toEqual([]);
  });
});
