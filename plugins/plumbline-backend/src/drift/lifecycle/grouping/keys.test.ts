import {
  attributionOf,
  findingOf,
  objectOf,
} from '../../__testUtils__/findings';
import type { FindingRecord } from '../../records';
import type { GroupingKey, GroupingScene, ObjectsByKey } from './GroupingKey';
import { sameActor } from './sameActor';
import { sameManager } from './sameManager';
import { sameObject } from './sameObject';
import { sameRequest } from './sameRequest';
import { sameSync } from './sameSync';
import { sameWorkload } from './sameWorkload';

type Pair = [Partial<FindingRecord>, Partial<FindingRecord>];

const CONFIG = 'v1/ConfigMap/payments/payments-config';
const SERVICE = 'v1/Service/payments/payments-api';
const DEPLOYMENT = 'apps/v1/Deployment/payments/payments-api';
const OTHER = 'apps/v1/Deployment/payments/worker';

const objects: ObjectsByKey = new Map(
  [
    objectOf(DEPLOYMENT, { workloads: [DEPLOYMENT] }),
    objectOf(SERVICE, { workloads: [DEPLOYMENT] }),
    objectOf(CONFIG, { workloads: [DEPLOYMENT, OTHER] }),
    objectOf(OTHER, { workloads: [OTHER] }),
  ].map(object => [object.key, object]),
);

const SCENE: GroupingScene = {
  objects,
  managers: { gitopsManagers: ['ci-deployer'] },
};

const at = (seconds: number) =>
  new Date(Date.parse('2026-11-20T14:00:00Z') + seconds * 1000).toISOString();
const by = (who: string, seconds = 0, auditID?: string) => ({
  attribution: { ...attributionOf('proven', [who], at(seconds)), auditID },
});
const owned = (manager: string, seconds = 0) => ({
  owner: { manager, operation: 'Update', time: at(seconds) },
});
const ahead = (sha?: string): Partial<FindingRecord> => ({
  direction: 'git-ahead',
  source: { file: 'a.yaml', ...(sha && { commit: { sha } }) },
});
const at1 = { path: 'a' };
const at2 = { path: 'b' };
const inConfig = { ref: CONFIG, path: 'data.x' };

/** For each key what it joins and what it does not. */
const CASES: [GroupingKey, { joins: Pair[]; not: Pair[] }][] = [
  [
    sameRequest,
    {
      joins: [
        [
          { ...at1, ...by('jane', 0, 'audit-1') },
          { ...at2, ...by('jane', 0, 'audit-1') },
        ],
      ],
      not: [
        [
          { ...at1, ...by('jane', 0, 'audit-1') },
          { ...at2, ...by('jane', 0, 'audit-2') },
        ],
        [
          { ...at1, ...by('jane') },
          { ...at2, ...by('jane') },
        ],
        // Two readings of one event do not make one cause.
        [
          { ...at1, ...by('jane', 0, 'audit-1') },
          { ...at2, ...by('omar', 0, 'audit-1') },
        ],
      ],
    },
  ],
  [
    sameSync,
    {
      joins: [
        [ahead('1'), { ...ahead('1'), ...inConfig }],
        [
          owned('argocd-controller', 0),
          { ...inConfig, ...owned('argocd-controller', 5) },
        ],
        // The operator says that it speaks for Git.
        [owned('ci-deployer'), { ...inConfig, ...owned('ci-deployer') }],
      ],
      not: [
        [ahead('1'), { ...ahead('2'), ...inConfig }],
        [ahead('1'), inConfig],
        [
          owned('argocd-controller', 0),
          { ...inConfig, ...owned('argocd-controller', 5.001) },
        ],
        [owned('kubectl-edit'), { ...inConfig, ...owned('kubectl-edit') }],
        [
          { ...owned('argocd-controller'), ...by('jane') },
          { ...inConfig, ...owned('argocd-controller') },
        ],
      ],
    },
  ],
  [
    sameActor,
    {
      joins: [
        [by('jane', 0), { ...inConfig, ...by('jane', 600) }],
        [by('jane', 600), { ...inConfig, ...by('jane', 0) }],
      ],
      not: [
        [by('jane', 0), { ...inConfig, ...by('jane', 600.001) }],
        [by('jane', 0), { ...inConfig, ...by('omar', 0) }],
        [by('jane', 0), inConfig],
        [ahead('1'), { ...ahead('1'), ...inConfig }],
        // A level that names nobody is nobody's.
        [
          { attribution: attributionOf('ambiguous') },
          { ...inConfig, attribution: attributionOf('ambiguous') },
        ],
      ],
    },
  ],
  [
    sameManager,
    {
      joins: [
        [owned('k9s', 0), { ...inConfig, ...owned('k9s', 5) }],
        [owned('k9s', 5), { ...inConfig, ...owned('k9s', 0) }],
      ],
      not: [
        [owned('k9s', 0), { ...inConfig, ...owned('k9s', 5.001) }],
        [owned('k9s'), { ...inConfig, ...owned('helm') }],
        // All fields of an object carry the time of the manager's last write.
        [
          { ...at1, ...owned('k9s') },
          { ...at2, ...owned('k9s') },
        ],
        [
          { ...owned('k9s'), ...by('jane') },
          { ...inConfig, ...owned('k9s') },
        ],
        [{}, inConfig],
        [
          { owner: { manager: 'k9s', operation: 'Update' } },
          { ...inConfig, owner: { manager: 'k9s', operation: 'Update' } },
        ],
      ],
    },
  ],
  [
    sameWorkload,
    {
      joins: [
        [{}, inConfig],
        [{ ref: SERVICE }, inConfig],
        [{ ref: OTHER }, inConfig],
      ],
      not: [
        [{ ref: OTHER }, { ref: DEPLOYMENT }],
        [{ valueSeenAt: 1 }, { ...inConfig, valueSeenAt: 2 }],
        [by('jane'), inConfig],
        [{ ref: 'v1/Secret/payments/unknown' }, inConfig],
        [at1, at2],
      ],
    },
  ],
  [
    sameObject,
    {
      joins: [[at1, at2]],
      not: [
        [{}, inConfig],
        [{ ...at1, ...by('jane') }, at2],
      ],
    },
  ],
];

describe.each(CASES)('the key $key', (key, { joins, not }) => {
  const joined = ([a, b]: Pair) => {
    const [first, second] = [findingOf(a), findingOf(b)];
    const there = key.joins(first, second, SCENE);
    // Whichever is asked.
    expect(key.joins(second, first, SCENE)).toBe(there);
    return there;
  };

  it.each(joins)('joins %j and %j', (...pair) => {
    expect(joined(pair)).toBe(true);
  });

  it.each(not)('does not join %j and %j', (...pair) => {
    expect(joined(pair)).toBe(false);
  });
});

describe('the sentence of a key', () => {
  const members = (...changes: Partial<FindingRecord>[]) =>
    changes.map(findingOf);

  it.each<[string, GroupingKey, FindingRecord[]]>([
    ['One request made 2 differences', sameRequest, members(at1, at2)],
    [
      'One actor made 2 differences in 2 objects, each within ten minutes of another',
      sameActor,
      members(by('jane'), { ...inConfig, ...by('jane') }),
    ],
    [
      '2 differences in 2 objects wait for the sync of one commit',
      sameSync,
      members(ahead('1'), { ...ahead('1'), ...inConfig }),
    ],
    [
      'One sync of argocd-controller made 2 differences in 2 objects',
      sameSync,
      members(owned('argocd-controller'), {
        ...inConfig,
        ...owned('argocd-controller'),
      }),
    ],
    [
      'k9s wrote 2 objects within five seconds',
      sameManager,
      members(owned('k9s'), { ...inConfig, ...owned('k9s') }),
    ],
    [
      '2 differences in 2 objects that belong to Deployment payments-api came about between the same two looks',
      sameWorkload,
      members({}, inConfig),
    ],
    ['Nothing else differs for the same cause', sameObject, members({})],
    [
      '2 differences of one object, without evidence of a cause',
      sameObject,
      members(at1, at2),
    ],
  ])('is: %s', (text, key, findings) => {
    expect(key.describe(findings, SCENE)).toBe(text);
    expect(text).not.toContain('jane');
  });
});
