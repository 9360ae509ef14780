import { attributionOf } from '../../__testUtils__/findings';
import type { FindingRecord } from '../../records';
import {
  BEGAN,
  deploymentThatIs,
  HOUR,
  MINUTE,
  situation,
  type Situation,
} from './__testUtils__/situation';
import { recommend } from './recommend';
import { RULES } from './rules';

const JANE = { attribution: attributionOf('proven') };
const BY_KUBECTL = {
  owner: { manager: 'kubectl-edit', operation: 'Update' },
  attribution: attributionOf('tool-only'),
};
/** The operator says that CI uses it. */
const BY_KUBECTL_OF_CI = {
  owner: { manager: 'kubectl-client-side-apply', operation: 'Update' },
};
const BY_CI = {
  attribution: { ...attributionOf('proven', ['ci-deployer']), people: [] },
};
const AHEAD: Partial<FindingRecord> = {
  direction: 'git-ahead',
  source: { file: 'deploy/a.yaml', commit: { sha: '4f2c9e1d00' } },
};
const SCALED: Partial<FindingRecord> = {
  verdict: 'expected',
  reason: 'autoscaler: HorizontalPodAutoscaler web keeps 2 to 10 replicas',
};
const FIGHT = {
  managers: ['kubectl-edit', 'argocd-controller'],
  path: 'spec.replicas',
  since: BEGAN,
  turns: 4,
  values: [3, 5],
};
const AILING = deploymentThatIs({
  state: 'unhealthy',
  text: '1 of 3 ready (MinimumReplicasUnavailable)',
  since: BEGAN + MINUTE,
});
const WELL = deploymentThatIs({
  state: 'healthy',
  text: '3 of 3 ready',
  since: BEGAN - HOUR,
});
const DEBUG = { path: 'spec.ephemeralContainers[name=debug]' };
const RESTARTED = {
  path: 'spec.template.metadata.annotations.kubectl.kubernetes.io/restartedAt',
};
const suspended = (isSuspended: boolean) => ({
  sync: {
    controller: 'Application/argocd/payments',
    revision: '0123456789',
    suspended: isSuspended,
  },
});

/** For each row what it is first to apply to, and what comes close. */
const CASES: Record<number, { applies: Situation[]; not: Situation[] }> = {
  1: {
    applies: [
      { findings: [{}], incident: { unverifiedSince: BEGAN } },
      { findings: [AHEAD], incident: { unverifiedSince: 0 }, age: 1 },
      {
        findings: [{ severity: 'critical', ...JANE }],
        incident: { unverifiedSince: BEGAN, fight: FIGHT },
      },
    ],
    not: [{ findings: [{}] }],
  },
  2: {
    applies: [
      { findings: [{ verdict: 'ignored', reason: 'load test' }] },
      {
        findings: [{ verdict: 'expected' }, { verdict: 'ignored', path: 'b' }],
      },
    ],
    not: [{ findings: [{ verdict: 'ignored' }, { path: 'b' }] }],
  },
  3: {
    applies: [
      { findings: [AHEAD], age: 0 },
      { findings: [AHEAD], age: 19.99 },
      { findings: [AHEAD], look: suspended(false), age: 5 },
    ],
    not: [
      { findings: [AHEAD], age: 20 },
      { findings: [AHEAD], look: suspended(true), age: 0 },
      { findings: [AHEAD, { path: 'b' }], age: 0 },
    ],
  },
  4: {
    applies: [
      { findings: [AHEAD], age: 20 },
      { findings: [AHEAD], look: suspended(true), age: 0 },
    ],
    not: [{ findings: [{ ...AHEAD, direction: 'both' }], age: 20 }],
  },
  5: {
    applies: [
      { findings: [SCALED] },
      {
        findings: [
          {
            ...SCALED,
            path: 'spec.template.spec.containers[name=api].resources.limits.cpu',
            reason:
              'vertical-autoscaler: VerticalPodAutoscaler web sets resources',
          },
        ],
      },
    ],
    not: [
      { findings: [{ ...SCALED, verdict: 'drift' }] },
      { findings: [{ ...SCALED, ...BY_KUBECTL }] },
      { findings: [{ ...SCALED, path: 'spec.paused' }] },
      { findings: [{ ...SCALED, reason: 'webhook: an autoscaler: it is' }] },
    ],
  },
  6: {
    applies: [
      { findings: [JANE], incident: { fight: FIGHT } },
      {
        findings: [{ severity: 'critical' }],
        incident: { fight: FIGHT },
      },
    ],
    not: [{ findings: [JANE], incident: { fight: undefined } }],
  },
  7: {
    applies: [
      { findings: [{ severity: 'critical', ...JANE }], age: 1 },
      { findings: [{ severity: 'critical' }] },
      { findings: [{ severity: 'critical', ...BY_KUBECTL }] },
      {
        findings: [{ severity: 'critical', type: 'object-missing', ...JANE }],
      },
    ],
    not: [
      { findings: [{ severity: 'critical', ...BY_CI }] },
      { findings: [{ severity: 'high', ...JANE }] },
    ],
  },
  8: {
    applies: [
      { findings: [JANE], objects: [AILING] },
      { findings: [BY_KUBECTL], objects: [AILING], age: 1 },
    ],
    not: [
      { findings: [JANE], objects: [WELL] },
      { findings: [JANE] },
      { findings: [BY_CI], objects: [AILING] },
      { findings: [{}], objects: [AILING] },
    ],
  },
  9: {
    applies: [
      { findings: [JANE], age: 30 },
      { findings: [BY_KUBECTL], age: 31, objects: [WELL] },
      { findings: [JANE, DEBUG], age: 30 },
    ],
    not: [
      { findings: [JANE], age: 29.99 },
      { findings: [BY_CI], age: 600 },
      { findings: [BY_KUBECTL_OF_CI], age: 600 },
      { findings: [{ ...JANE, ...RESTARTED }], age: 600 },
      { findings: [{ ...JANE, type: 'object-missing' }], age: 600 },
    ],
  },
  10: {
    applies: [
      { findings: [DEBUG] },
      { findings: [{ ...RESTARTED, ...JANE }], age: 24 * 60 },
      { findings: [{ path: 'spec.replicas', type: 'additive' }] },
    ],
    not: [
      { findings: [DEBUG, { path: 'spec.paused' }] },
      { findings: [{ path: 'spec.replicas', type: 'changed' }] },
    ],
  },
  11: {
    applies: [
      { findings: [{ type: 'stale' }] },
      { findings: [{ type: 'stale', ...BY_CI }], age: 600 },
      { findings: [{ type: 'stale', ...BY_KUBECTL_OF_CI }], age: 600 },
    ],
    not: [
      { findings: [{ type: 'stale', ...JANE }], age: 10 },
      { findings: [{ type: 'stale' }, { path: 'b' }] },
    ],
  },
  12: {
    applies: [
      { findings: [{ type: 'object-missing', path: '$resource' }] },
      { findings: [{ type: 'object-missing', ...JANE }, { path: 'b' }] },
    ],
    not: [{ findings: [{ type: 'missing' }] }],
  },
  13: {
    applies: [
      { findings: [{ type: 'object-unexpected' }] },
      { findings: [{ type: 'object-unexpected', ...JANE }], age: 600 },
    ],
    not: [{ findings: [{ type: 'additive' }] }],
  },
  14: {
    applies: [
      { findings: [{}] },
      { findings: [JANE], age: 29.99 },
      { findings: [BY_CI], age: 600 },
      { findings: [{ severity: 'high' }], age: 600 },
    ],
    not: [{ findings: [JANE], age: 30 }],
  },
};

describe('the table of recommendations', () => {
  it('has 14 rows, each with a case', () => {
    const numbers = RULES.map(({ rule }) => rule);
    expect(numbers).toEqual(Array.from({ length: 14 }, (_, row) => row + 1));
    expect(Object.keys(CASES).map(Number)).toEqual(numbers);
  });

  describe.each(Object.entries(CASES))('row %s', (rule, { applies, not }) => {
    it.each(applies)('is first to apply to %j', given => {
      const answer = recommend(situation(given));
      expect(answer?.rule).toBe(Number(rule));
      // Each says why, in words that end without a full stop as all texts do.
      expect(answer?.text).toMatch(/^[A-Z].*[^.]$/);
    });

    it.each(not)('is not for %j', given => {
      expect(recommend(situation(given))?.rule).not.toBe(Number(rule));
    });
  });

  it('says nothing of what is over, unless a rule hides it', () => {
    const resolved = { state: 'resolved' as const };
    const over = [
      { findings: [{ closedAt: BEGAN }], incident: resolved },
      { findings: [{}], incident: resolved },
      { findings: [] },
    ];
    expect(over.map(given => recommend(situation(given)))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(
      recommend(
        situation({
          findings: [{ verdict: 'ignored', reason: 'load test' }],
          incident: resolved,
        }),
      ),
    ).toMatchObject({ rule: 2, id: 'ignore', reason: 'load test' });
  });
});
