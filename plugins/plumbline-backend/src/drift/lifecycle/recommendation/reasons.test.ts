import { attributionOf } from '../../__testUtils__/findings';
import {
  BEGAN,
  deploymentThatIs,
  HOUR,
  MINUTE,
  situation,
  type Situation,
} from './__testUtils__/situation';
import { recommend } from './recommend';

const JANE = { attribution: attributionOf('proven') };
const commit = { sha: '4f2c9e1d00' };

/** What is said of a situation, and why. */
const CASES: [string, Situation, { text: string; reason?: string }][] = [
  [
    'how long it could not be compared, and why',
    {
      findings: [{}],
      incident: { unverifiedSince: BEGAN },
      look: {
        problem: { step: 'cluster', reason: 'prod-eu refuses to list secrets' },
      },
    },
    {
      text: 'cannot be compared now',
      reason: 'Unverified for 1 h. prod-eu refuses to list secrets',
    },
  ],
  [
    'which commit waits, and what the controller has applied',
    {
      findings: [
        { direction: 'git-ahead', source: { file: 'a.yaml', commit } },
      ],
      look: {
        sync: {
          controller: 'Application/argocd/payments',
          revision: '0123456789',
          appliedAt: BEGAN - HOUR,
          suspended: true,
          message: 'auto-sync is off',
        },
      },
    },
    {
      text: 'Commit 4f2c9e1 does not arrive: see why the sync is suspended',
      reason:
        'It has waited for 1 h. Application/argocd/payments applied 0123456 at 2026-11-20T13:00:00.000Z; it is suspended; auto-sync is off',
    },
  ],
  [
    'who fights, about what, since when',
    {
      findings: [{}],
      incident: {
        fight: {
          managers: ['kubectl-edit', 'argocd-controller'],
          path: 'spec.replicas',
          since: BEGAN,
          turns: 4,
          values: [3, 5],
        },
      },
    },
    {
      text: 'Two writers set it in turn',
      reason:
        'kubectl-edit and argocd-controller set spec.replicas 4 times in 1 h: 3, 5',
    },
  ],
  [
    'what is critical, and how sure it is who did it',
    { findings: [{ severity: 'critical', ...JANE }] },
    {
      text: 'touches security or data',
      reason:
        'spec.replicas of Deployment payments-api is critical; changed by jane@example.com (proven)',
    },
  ],
  [
    'that the workload failed after the change',
    {
      findings: [JANE],
      objects: [
        deploymentThatIs({
          state: 'unhealthy',
          text: '1 of 3 ready',
          since: BEGAN + MINUTE,
        }),
      ],
    },
    {
      text: 'may be a hot fix',
      reason:
        'Deployment payments-api is unhealthy, 1 of 3 ready, since 2026-11-20T14:01:00.000Z: after the change; changed by jane@example.com (proven)',
    },
  ],
  [
    'that the workload was failing before the change',
    {
      findings: [JANE],
      objects: [
        deploymentThatIs({
          state: 'unhealthy',
          text: '1 of 3 ready',
          since: BEGAN - MINUTE,
        }),
      ],
    },
    { text: 'may be a hot fix', reason: 'before the change' },
  ],
  [
    'that it is beyond the grace, and that the workload is well',
    {
      findings: [JANE],
      objects: [
        deploymentThatIs({
          state: 'healthy',
          text: '3 of 3 ready',
          since: BEGAN,
        }),
      ],
    },
    {
      text: 'decide which side is right',
      reason:
        'Changed by jane@example.com (proven), first seen 1 h ago, beyond the 30 min of grace. Deployment payments-api is healthy, 3 of 3 ready',
    },
  ],
  [
    'how long the footprint of a tool is there',
    {
      findings: [{ path: 'spec.ephemeralContainers[name=debug]' }],
      age: 49 * 60,
    },
    {
      text: 'has stayed for more than a day',
      reason: 'spec.ephemeralContainers[name=debug] has been there for 2 d',
    },
  ],
  [
    'which commit removed it from Git',
    { findings: [{ type: 'stale', source: { file: 'a.yaml', commit } }] },
    {
      text: 'stayed behind (1 field): prune it',
      reason: 'Git removed it by commit 4f2c9e1; no person wrote it',
    },
  ],
  [
    'who deleted it',
    { findings: [{ type: 'object-missing', path: '$resource', ...JANE }] },
    {
      text: 'A person deleted it: ask why before it is restored',
      reason:
        'Deployment payments-api is missing; deleted by jane@example.com (proven)',
    },
  ],
  [
    'why an object is considered ours',
    {
      findings: [
        {
          type: 'object-unexpected',
          reason: 'tracked by argocd application payments',
        },
      ],
    },
    {
      text: 'does not declare it',
      reason: 'tracked by argocd application payments',
    },
  ],
  [
    'that a tool is no person',
    {
      findings: [
        {
          severity: 'critical',
          owner: { manager: 'kubectl-edit', operation: 'Update' },
          attribution: attributionOf('tool-only'),
        },
      ],
    },
    { text: '', reason: 'changed by kubectl-edit, person unknown' },
  ],
  [
    'that more than one actor fits',
    {
      findings: [
        { severity: 'critical', attribution: attributionOf('ambiguous') },
      ],
    },
    { text: '', reason: 'more than one actor fits' },
  ],
];

describe('a recommendation says', () => {
  it.each(CASES)('%s', (_, given, { text, reason }) => {
    const answer = recommend(situation(given));
    expect(answer?.text).toContain(text);
    expect(answer?.reason).toContain(reason);
  });

  it('nothing of the values of a secret', () => {
    const secret = { masked: true, length: 8 };
    const answer = recommend(
      situation({
        findings: [{ desired: secret, live: secret }],
        incident: {
          fight: {
            managers: ['a', 'b'],
            path: 'data.token',
            since: BEGAN,
            turns: 2,
            values: [],
          },
        },
      }),
    );
    expect(answer?.reason).toBe('a and b set data.token 2 times in 1 h');
  });

  it('three fields, and how many more there are', () => {
    const answer = recommend(
      situation({
        findings: ['a', 'b', 'c', 'd', 'e'].map(path => ({
          path,
          severity: 'critical',
        })),
      }),
    );
    expect(answer?.reason).toContain('a, b, c and 2 more of Deployment');
  });

  it('as time goes on what is due now, without a new look', () => {
    const rules = [0, 29.99, 30, 600].map(
      age => recommend(situation({ findings: [JANE], age }))?.rule,
    );
    expect(rules).toEqual([14, 14, 9, 9]);
  });
});
