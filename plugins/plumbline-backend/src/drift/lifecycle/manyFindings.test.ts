import { findingOf, incidentOf } from '../__testUtils__/findings';
import { comparedOf, observationOf } from '../__testUtils__/observations';
import type { TargetState } from '../DriftStore';
import { reconcile } from './reconcile';

const NOW = Date.parse('2026-11-20T14:00:00Z');
const MANY = 20_000;
const CONTEXT = {
  begunAt: NOW,
  now: NOW,
  interval: 600_000,
  tier: 'production' as const,
  managers: {},
};

const target = {
  id: 'target',
  entityRef: 'component:default/payments-api',
  cluster: 'prod-eu',
  namespace: 'payments',
  location: 'file:shop',
  path: 'deploy',
  renderer: undefined,
  problem: undefined,
};
const emptyState: TargetState = {
  target,
  objects: [],
  findings: [],
  incidents: [],
  values: [],
  formerIncidents: [],
};
const observe = (refOf: (index: number) => string) => {
  const findings = Array.from({ length: MANY }, (_, index) =>
    findingOf({ ref: refOf(index), path: `data.key-${index}` }),
  );
  const byRef = new Map<string, typeof findings>();
  for (const finding of findings) {
    const known = byRef.get(finding.ref) ?? [];
    byRef.set(finding.ref, known);
    known.push(finding);
  }
  return comparedOf(
    [...byRef].map(([ref, own]) => observationOf({ ref, findings: own })),
  );
};
const decide = (state: TargetState, refOf: (index: number) => string) => {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `${state.findings.length}-${ids}`;
  };
  return reconcile(state, observe(refOf), { ...CONTEXT, newId });
};

/** Comparing each with each would take minutes. */
describe('a look that finds very much', () => {
  it.each([
    ['in one object', () => 'v1/ConfigMap/payments/one', 1],
    [
      'in a thousand objects',
      (index: number) => `v1/ConfigMap/payments/many-${index % 1000}`,
      1000,
    ],
  ])('%s, is decided in seconds', (_, refOf, incidents) => {
    const before = process.cpuUsage();
    const first = decide(emptyState, refOf);
    expect(first.saveFindings).toHaveLength(MANY);
    expect(first.newIncidents).toHaveLength(incidents);

    const again = decide(
      {
        ...emptyState,
        target: { ...target, look: first.look },
        objects: first.saveObjects,
        findings: first.saveFindings,
        values: first.addValues,
        incidents: first.newIncidents.map(incident =>
          incidentOf({ ...incident }),
        ),
      },
      refOf,
    );
    expect(again.newIncidents).toEqual([]);
    expect(again.saveFindings).toEqual([]);
    expect(again.saveIncidents).toEqual([]);
    expect(again.seenFindingIds).toHaveLength(MANY);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(20);
  });
});
