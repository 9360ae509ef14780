import {
  diffManifests,
  readManifests,
  type IgnoreRule,
  type IgnoreSubject,
} from '@plumbline/kube-drift';
import fc from 'fast-check';
import { DEPLOYMENT, liveDeployment } from '../__testUtils__/driftFixture';
import type { RuleCandidate } from './IgnoreRuleStore';
import { previewRule } from './previewRule';

const KEY = 'key';
const desired = readManifests(DEPLOYMENT).objects;
const live = liveDeployment({ replicas: 5, image: 'other:1' });

const seenWith = (ignoreRules: IgnoreRule[]) =>
  diffManifests(desired, [live], {
    namespace: 'payments',
    subjectKey: KEY,
    ignoreRules,
  }).objects.flatMap(({ findings }) => findings);
const hiddenWith = (ignoreRules: IgnoreRule[]) =>
  seenWith(ignoreRules).filter(({ verdict }) => verdict === 'ignored');

const candidateOf = (
  subject: IgnoreSubject | undefined,
  hiddenBy?: RuleCandidate['hiddenBy'],
): RuleCandidate => ({
  id: 'finding',
  targetId: 'target',
  entityRef: 'component:default/payments-api',
  cluster: 'prod-eu',
  ref: 'apps/v1/Deployment/payments/payments-api',
  path: 'spec.replicas',
  hiddenBy,
  subject,
});

/** What a store delivers after a look, through JSON as through a database. */
const storedAfter = (rules: IgnoreRule[]): RuleCandidate[] =>
  seenWith(rules).map(({ subject, suppression }) =>
    candidateOf(
      JSON.parse(JSON.stringify(subject)),
      suppression && { ruleId: suppression.ruleId },
    ),
  );

const rule = fc.record(
  {
    id: fc.uuid(),
    scope: fc.constantFrom<IgnoreRule['scope']>('application', 'workspace'),
    kind: fc.constantFrom('Deployment', 'StatefulSet'),
    name: fc.constantFrom('payments-api', 'ledger'),
    path: fc.constantFrom(
      'spec',
      'spec.replicas',
      'spec.*',
      'spec.template.spec.containers[0].image',
      'spec.template.spec.containers[name=api]',
      'spec.template.spec.containers[name=db]',
      'metadata.labels.*',
    ),
    createdAt: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
  },
  { requiredKeys: ['id', 'path'] },
);

describe('previewRule', () => {
  it('says how much more a look hides with the rule', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(rule, { maxLength: 3, selector: ({ id }) => id }),
        rule,
        (others, added) => {
          const preview = previewRule(added, storedAfter(others), {
            othersOf: () => others,
            subjectKey: KEY,
          });
          const before = hiddenWith(others).length;
          expect(hiddenWith([...others, added]).length - before).toBe(
            preview.hides.length,
          );
          expect(preview.hides.length + preview.shadowed).toBe(
            hiddenWith([added]).length,
          );
        },
      ),
    );
  });

  it('asks the rules as they are now, not those of the last look', () => {
    const gone: IgnoreRule = { id: 'gone', path: 'spec' };
    const preview = previewRule(
      { id: 'new', path: 'spec' },
      storedAfter([gone]),
      { othersOf: () => [], subjectKey: KEY },
    );
    expect(preview.hides).toHaveLength(2);
  });

  it('believes that what a controller hides stays hidden', () => {
    const [{ subject }] = seenWith([]);
    const preview = previewRule(
      { path: 'spec' },
      [candidateOf(subject, {}), candidateOf(subject)],
      { othersOf: () => [], subjectKey: KEY },
    );
    expect(preview).toMatchObject({ shadowed: 1, hides: { length: 1 } });
  });

  it('counts what cannot be told yet', () => {
    const preview = previewRule({ path: 'spec' }, [candidateOf(undefined)], {
      othersOf: () => [],
      subjectKey: KEY,
    });
    expect(preview).toEqual({ hides: [], shadowed: 0, unknown: 1 });
  });
});
