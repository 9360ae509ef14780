import type { Recommendation } from '@plumbline/backstage-plugin-plumbline-common';
import { classifyManager, parseRef } from '@plumbline/kube-drift';
import type { FindingRecord, TargetRecord } from '../records';
import { timeOfWrite } from './attributionLevels';
import { isGitAhead } from './causes';

/** Differences younger than that may be somebody at work. */
const GRACE = 30 * 60_000;
const LEFTOVER = 24 * 3_600_000;
const DEBUG_FOOTPRINT =
  /\bephemeralContainers\b|kubectl\.kubernetes\.io\/restartedAt/;

/** What a recommendation depends on. */
export interface RecommendationInput {
  findings: readonly FindingRecord[];
  target: TargetRecord;
  unverifiedSince: number | undefined;
  now: number;
  /** How often targets are checked, milliseconds. */
  interval: number;
}

interface Rule {
  applies(input: RecommendationInput): boolean;
  recommend(input: RecommendationInput): Recommendation;
}

/** Rows of the table, in its order; the first that applies decides. */
const RULES: readonly Rule[] = [
  {
    applies: ({ unverifiedSince }) => unverifiedSince !== undefined,
    recommend: ({ target }) => ({
      id: 'investigate',
      text: `It cannot be compared now. ${
        target.look?.problem?.reason ?? ''
      }`.trim(),
    }),
  },
  {
    applies: ({ findings, now, interval }) =>
      findings.every(isGitAhead) && now - beginOf(findings) < 2 * interval,
    recommend: ({ findings }) => ({
      id: 'monitor',
      text: `Git is ahead: wait for the sync of ${commitsOf(findings)}`,
    }),
  },
  {
    applies: ({ findings }) => findings.every(isGitAhead),
    recommend: ({ findings }) => ({
      id: 'investigate',
      text: `Git has been ahead for longer than two checks: see whether the sync of ${commitsOf(
        findings,
      )} is stuck or suspended`,
    }),
  },
  {
    applies: ({ findings }) =>
      findings.some(({ severity }) => severity === 'critical'),
    recommend: input => ({
      id: 'investigate',
      text: 'The change touches security or data: find out why it was made, then restore what Git says',
      command: restoreCommand(input),
    }),
  },
  {
    applies: ({ findings }) =>
      findings.some(({ type }) => type === 'object-missing'),
    recommend: input =>
      input.findings.some(({ attribution }) => attribution?.people.length)
        ? {
            id: 'investigate',
            text: 'A person deleted it: ask why before it is restored',
            command: restoreCommand(input),
          }
        : {
            id: 'reconcile',
            text: 'Git declares it and it is gone: restore it',
            command: restoreCommand(input),
          },
  },
  {
    applies: ({ findings }) =>
      findings.some(({ type }) => type === 'object-unexpected'),
    recommend: ({ findings }) => ({
      id: 'investigate',
      text: `It runs but Git does not declare it. ${
        findings[0].reason ?? ''
      }`.trim(),
    }),
  },
  {
    applies: ({ findings }) =>
      findings.every(({ path }) => DEBUG_FOOTPRINT.test(path)),
    recommend: input =>
      input.now - beginOf(input.findings) < LEFTOVER
        ? {
            id: 'monitor',
            text: 'The footprint of a known tool; see that it goes within a day',
          }
        : {
            id: 'reconcile',
            text: 'The footprint of a known tool has stayed for more than a day: restore what Git says',
            command: restoreCommand(input),
          },
  },
  {
    applies: ({ findings, now }) =>
      findings.some(isByHand) && now - beginOf(findings) < GRACE,
    recommend: () => ({
      id: 'monitor',
      text: 'Changed by hand less than 30 minutes ago: it may be a fix that is being tried out',
    }),
  },
  {
    applies: ({ findings }) => findings.some(isByHand),
    recommend: input => ({
      id: 'reconcile',
      text: 'Changed by hand: decide which side is right. Adopt the value into Git, or restore what Git says',
      command: restoreCommand(input),
    }),
  },
  {
    applies: ({ findings }) => findings.every(({ type }) => type === 'stale'),
    recommend: ({ findings }) => ({
      id: 'reconcile',
      text: `Git no longer declares it, but it stayed behind (${
        findings.length
      } ${findings.length === 1 ? 'field' : 'fields'}): prune it`,
    }),
  },
  {
    applies: ({ findings }) =>
      findings.some(({ severity }) => severity === 'high'),
    recommend: input => ({
      id: 'investigate',
      text: 'It matters, and no evidence says that a person changed it: find out what did, then adopt or restore',
      command: restoreCommand(input),
    }),
  },
];

/** What to do about an incident. Nothing is ever executed. */
export function recommend(input: RecommendationInput): Recommendation {
  return (
    RULES.find(rule => rule.applies(input))?.recommend(input) ?? {
      id: 'monitor',
      text: 'Low impact; keep an eye on it',
    }
  );
}

function isByHand(finding: FindingRecord): boolean {
  return (
    (finding.attribution?.people.length ?? 0) > 0 ||
    (finding.owner !== undefined &&
      classifyManager(finding.owner.manager) === 'human-tool')
  );
}

/** When it began: the write or the commit where that is known, else when it was first seen. */
function beginOf(findings: readonly FindingRecord[]): number {
  return Math.min(
    ...findings.map(finding =>
      isGitAhead(finding)
        ? finding.source?.commit?.time ?? finding.firstSeenAt
        : timeOfWrite(finding) ?? finding.firstSeenAt,
    ),
  );
}

function commitsOf(findings: readonly FindingRecord[]): string {
  const commits = new Set(
    findings.flatMap(({ source }) => source?.commit?.sha.slice(0, 7) ?? []),
  );
  return commits.size === 0
    ? 'the newest commit'
    : `commit ${[...commits].join(', ')}`;
}

/** Restores whole files, since that is what can be copied and run. */
function restoreCommand({ findings }: RecommendationInput): string | undefined {
  const files = new Set(findings.flatMap(({ source }) => source?.file ?? []));
  if (files.size === 0) {
    return undefined;
  }
  const { namespace } = parseRef(findings[0].ref);
  return [
    'kubectl apply',
    ...[...files].sort().map(file => `-f ${quote(file)}`),
    ...(namespace === undefined ? [] : [`-n ${quote(namespace)}`]),
  ].join(' ');
}

function quote(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;
}
