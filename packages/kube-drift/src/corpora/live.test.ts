import { existsSync, readdirSync } from 'node:fs';
import { AttributionLevel } from '../attribution/Attribution';
import { attributeFrom } from '../cli/audit';
import { readSide } from '../cli/input';
import { readOptions } from '../cli/options';
import { Comparison, FindingResult } from '../Comparison';
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

interface TruthFinding {
  path: string;
  pathAliases?: string[];
  direction: string;
  verdict: string;
  optional?: boolean;
  accept?: {
    direction?: string[];
    verdict?: string[];
    absent?: boolean;
    attribution?: Array<{ level: AttributionLevel; principals: string[] }>;
  };
  attribution: {
    level: AttributionLevel;
    maxLevel: AttributionLevel;
    principals: string[];
    impersonated?: string;
  };
}

interface Truth {
  objects: Array<{
    ref: string;
    verdict: string;
    inDesired?: boolean;
    accept?: { verdict?: string[] };
    findings: TruthFinding[];
  }>;
}

const LEVELS: AttributionLevel[] = [
  'none',
  'tool-only',
  'ambiguous',
  'likely',
  'strong',
  'proven',
];
const rank = (level: AttributionLevel) => LEVELS.indexOf(level);

function compare(id: string): Comparison {
  const file = (name: string) => corpusPath('drift-live', id, name);
  const { options } = readOptions(file('options.json'));
  const desired = readSide(file('desired')).objects;
  const live = readSide(file('live.json')).objects;
  return attributeFrom(
    file('audit.ndjson'),
    diffManifests(desired, live, options),
    { desired, live, options },
  );
}

function isAt(finding: FindingResult, truth: TruthFinding): boolean {
  return [truth.path, ...(truth.pathAliases ?? [])].some(path =>
    path.endsWith('*')
      ? finding.path.startsWith(path.slice(0, -1))
      : finding.path === path,
  );
}

/** More than the evidence allows, or about somebody else. */
function isFalseClaim(finding: FindingResult, truth: TruthFinding): boolean {
  const { level, principals } = finding.attribution ?? {
    level: 'none' as const,
    principals: [],
  };
  if (rank(level) <= rank('ambiguous')) {
    return level === 'ambiguous'
      ? !truth.attribution.principals.every(name => principals.includes(name))
      : principals.length > 0;
  }
  const allowed: Array<Array<string | undefined>> = [
    truth.attribution.principals,
    [...truth.attribution.principals, truth.attribution.impersonated],
    ...(truth.accept?.attribution ?? []).map(other => other.principals),
  ];
  const limit = Math.max(
    rank(truth.attribution.maxLevel),
    ...(truth.accept?.attribution ?? []).map(other => rank(other.level)),
  );
  const isAllowed = (names: Array<string | undefined>) =>
    names.length === principals.length &&
    principals.every(name => names.includes(name));
  return rank(level) > limit || !allowed.some(isAllowed);
}

describeCorpus(`drift of a real control plane${SKIPPED}`, () => {
  it('is told with its cause, and nobody is accused wrongly', () => {
    const wrong: string[] = [];
    const counts = { objects: 0, findings: 0, right: 0, lower: 0 };
    const ids = readdirSync(corpusPath('drift-live')).filter(id =>
      existsSync(corpusPath('drift-live', id, 'truth.json')),
    );
    for (const id of ids) {
      const truth = readCorpus<Truth>('drift-live', id, 'truth.json');
      const { objects } = compare(id);
      for (const expected of truth.objects) {
        counts.objects += 1;
        const found = objects.find(({ ref }) => ref === expected.ref);
        const verdicts = [
          expected.verdict,
          ...(expected.accept?.verdict ?? []),
        ];
        const verdict =
          found?.verdict ?? (expected.inDesired === false ? 'none' : 'absent');
        if (!verdicts.includes(verdict)) {
          wrong.push(`${expected.ref}: verdict ${verdict}`);
        }
        const findings = found?.findings ?? [];
        for (const finding of findings) {
          const known = expected.findings.some(item => isAt(finding, item));
          if (finding.verdict === 'drift' && !known) {
            wrong.push(`${expected.ref}: extra ${finding.path}`);
          }
        }
        for (const item of expected.findings) {
          const finding = findings.find(candidate => isAt(candidate, item));
          if (!finding) {
            if (!item.optional && !item.accept?.absent) {
              wrong.push(`${expected.ref}: no ${item.path}`);
            }
            continue;
          }
          counts.findings += 1;
          const directions = [
            item.direction,
            ...(item.accept?.direction ?? []),
          ];
          const kinds = [item.verdict, ...(item.accept?.verdict ?? [])];
          if (!directions.includes(finding.direction)) {
            wrong.push(`${expected.ref} ${item.path}: ${finding.direction}`);
          }
          if (!kinds.includes(finding.verdict)) {
            wrong.push(`${expected.ref} ${item.path}: ${finding.verdict}`);
          }
          if (isFalseClaim(finding, item)) {
            wrong.push(`${expected.ref} ${item.path}: false claim`);
          }
          const level = finding.attribution?.level ?? 'none';
          const floor = Math.min(
            rank(item.attribution.level),
            ...(item.accept?.attribution ?? []).map(other => rank(other.level)),
          );
          counts[rank(level) >= floor ? 'right' : 'lower'] += 1;
        }
      }
    }
    report(
      `drift-live: ${ids.length} cases, ${counts.objects} objects, ${counts.findings} findings; attribution right ${counts.right}, lower ${counts.lower}`,
    );
    expect(wrong).toEqual([]);
    expect(counts.lower / counts.findings).toBeLessThanOrEqual(0.05);
  });
});
