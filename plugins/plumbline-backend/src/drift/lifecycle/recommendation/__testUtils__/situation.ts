import { findingOf, objectOf } from '../../../__testUtils__/findings';
import type {
  FindingRecord,
  ObservedHealth,
  ObservedObjectRecord,
  TargetLook,
} from '../../../records';
import type { RecommendationInput } from '../RecommendationInput';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** When the incidents of these tests began. */
export const BEGAN = Date.parse('2026-11-20T14:00:00Z');
/** How often targets are checked. */
export const INTERVAL = 10 * MINUTE;

/** What a test says of a situation. */
export interface Situation {
  findings: Partial<FindingRecord>[];
  incident?: Partial<RecommendationInput['incident']>;
  look?: Partial<TargetLook>;
  objects?: ObservedObjectRecord[];
  /** Of the incident, in minutes; an hour. */
  age?: number;
}

/** A situation as recommendations ask for it. */
export function situation({
  findings,
  incident,
  look,
  objects = [],
  age = 60,
}: Situation): RecommendationInput {
  return {
    incident: {
      state: 'open',
      fight: undefined,
      unverifiedSince: undefined,
      begin: { at: BEGAN, basis: 'first-seen' },
      ...incident,
    },
    findings: findings.map(findingOf),
    target: {
      look: {
        lookedAt: BEGAN,
        notes: [],
        objectsTotal: 1,
        objectsCompared: 1,
        unverifiable: 0,
        ...look,
      },
    },
    objects: new Map(objects.map(object => [object.key, object])),
    managers: { gitopsManagers: ['kubectl-client-side-apply'] },
    now: BEGAN + age * MINUTE,
    interval: INTERVAL,
  };
}

/** The Deployment that findings are of unless they say otherwise, as it does. */
export function deploymentThatIs(health: ObservedHealth): ObservedObjectRecord {
  return objectOf('apps/v1/Deployment/payments/payments-api', { health });
}
