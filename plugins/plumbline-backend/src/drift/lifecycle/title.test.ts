import { attributionOf, findingOf } from '../__testUtils__/findings';
import { titleOf } from './title';

const by = (...args: Parameters<typeof attributionOf>) => ({
  attribution: attributionOf(...args),
});

describe('titleOf', () => {
  it.each([
    ['proven', 'jane@example.com scaled payments-api from 3 to 5'],
    [
      'strong',
      'payments-api was scaled from 3 to 5; most consistent with jane@example.com',
    ],
    [
      'likely',
      'payments-api was scaled from 3 to 5; likely by jane@example.com',
    ],
    [
      'ambiguous',
      'spec.replicas of Deployment payments-api differs from Git; more than one actor fits',
    ],
    [
      'none',
      'spec.replicas of Deployment payments-api differs from Git; no evidence of who',
    ],
  ] as const)('claims no more than %s allows', (level, title) => {
    expect(titleOf([findingOf(by(level))])).toBe(title);
  });

  it('takes a field manager for a tool', () => {
    expect(
      titleOf([
        findingOf({
          ...by('tool-only'),
          ref: 'v1/ConfigMap/payments/payments-config',
          path: 'data.TIMEOUT',
          owner: { manager: 'kubectl-edit', operation: 'Update' },
        }),
      ]),
    ).toBe(
      'payments-config was last written with kubectl-edit; person unknown',
    );
  });

  it('goes by the weakest of several', () => {
    expect(
      titleOf([
        findingOf(by('proven')),
        findingOf({ ...by('likely'), path: 'spec.paused' }),
      ]),
    ).toBe('2 fields of payments-api were changed; likely by jane@example.com');
    expect(
      titleOf([
        findingOf(by('proven')),
        findingOf({ ...by('none'), path: 'a' }),
      ]),
    ).toBe('2 fields of payments-api differ from Git; no evidence of who');
  });

  it('tells deleted objects from changed fields', () => {
    const field = findingOf(by('proven'));
    const gone = (name: string, level: 'proven' | 'likely' = 'proven') =>
      findingOf({
        ...by(level),
        ref: `policy/v1/PodDisruptionBudget/payments/${name}`,
        path: '$resource',
        type: 'object-missing',
      });
    expect(titleOf([field, gone('payments-api')])).toBe(
      'jane@example.com scaled payments-api from 3 to 5 and deleted PodDisruptionBudget payments-api',
    );
    expect(titleOf([gone('a', 'likely'), gone('b')])).toBe(
      '2 objects were deleted; likely by jane@example.com',
    );
    expect(
      titleOf([
        { ...field, attribution: undefined },
        { ...gone('a'), attribution: undefined },
      ]),
    ).toBe(
      'spec.replicas of Deployment payments-api differs from Git and PodDisruptionBudget a is missing; no evidence of who',
    );
  });

  it('never lets one of two people stand for both', () => {
    expect(
      titleOf([
        findingOf(by('proven')),
        findingOf({
          ...by('proven', ['omar@example.com']),
          path: 'spec.paused',
        }),
      ]),
    ).toBe(
      '2 fields of payments-api differ from Git; more than one actor fits',
    );
  });

  it('shows both identities of an impersonation', () => {
    expect(
      titleOf([findingOf(by('proven', ['jane@example.com', 'ci-bot']))]),
    ).toBe('jane@example.com acting as ci-bot scaled payments-api from 3 to 5');
  });

  it('says which commit waits', () => {
    expect(
      titleOf([
        findingOf({
          direction: 'git-ahead',
          source: { file: 'a.yaml', commit: { sha: '4f2c9e1d00' } },
        }),
      ]),
    ).toBe('Git is ahead: commit 4f2c9e1 waits for sync');
  });

  it('says "from" only of a value that was live before', () => {
    expect(
      titleOf([findingOf({ ...by('proven'), direction: 'unknown' })]),
    ).toBe('jane@example.com scaled payments-api to 5');
  });

  it.each([
    [
      {
        path: 'spec.template.spec.containers[name=api].image',
        live: 'registry.example.com/api:2.14.1-hotfix',
      },
      'changed the image of payments-api to 2.14.1-hotfix',
    ],
    [
      { path: '$resource', type: 'object-missing' as const },
      'deleted Deployment payments-api',
    ],
    [
      { path: 'metadata.labels.team', type: 'additive' as const },
      'added metadata.labels.team to Deployment payments-api',
    ],
    [
      {
        path: 'spec.template.metadata.annotations.kubectl.kubernetes.io/restartedAt',
        type: 'additive' as const,
      },
      'restarted payments-api',
    ],
    [
      { path: 'spec.paused', type: 'missing' as const },
      'removed spec.paused of Deployment payments-api',
    ],
    [
      {
        path: 'data.password',
        desired: { masked: true },
        live: { masked: true },
      },
      'changed data.password of Deployment payments-api',
    ],
    [
      { path: 'data.text', desired: 'a\nb', live: 'x'.repeat(61) },
      'changed data.text of Deployment payments-api',
    ],
  ])('says what was done to %j', (change, deed) => {
    expect(titleOf([findingOf({ ...by('proven'), ...change })])).toBe(
      `jane@example.com ${deed}`,
    );
  });
});
