import { parseRef } from '@plumbline/kube-drift';
import type {
  FindingAttribution,
  FindingRecord,
  IncidentRecord,
  ObservedObjectRecord,
} from '../records';

/** A finding of a test, drift unless it says otherwise. */
export function findingOf(change: Partial<FindingRecord> = {}): FindingRecord {
  const path = change.path ?? 'spec.replicas';
  const ref = change.ref ?? 'apps/v1/Deployment/payments/payments-api';
  return {
    id: `${ref} ${path}`,
    fingerprint: `${ref} ${path}`,
    objectKey: ref,
    ref,
    path,
    type: 'changed',
    direction: 'live-changed',
    verdict: 'drift',
    severity: 'medium',
    desired: 3,
    live: 5,
    desiredDigest: 'desired',
    liveDigest: 'live',
    valueSeenAt: 1_000_000,
    firstSeenAt: 1_000_000,
    lastSeenAt: 1_000_000,
    ...change,
  };
}

/** An object as a test's findings name it, of a plural and group that the test says. */
export function objectOf(
  ref: string,
  change: Partial<ObservedObjectRecord> = {},
): ObservedObjectRecord {
  const { kind, namespace = '', name } = parseRef(ref);
  return {
    key: ref,
    ref,
    cluster: 'prod-eu',
    apiGroup: '',
    kind,
    resource: '',
    namespace,
    name,
    verdict: 'drift',
    ...change,
  };
}

/** An attribution at a level, by one person unless it says otherwise. */
export function attributionOf(
  level: FindingAttribution['level'],
  principals = ['jane@example.com'],
  time = '2026-11-20T14:00:00.000Z',
): FindingAttribution {
  return {
    level,
    principals: level === 'none' || level === 'tool-only' ? [] : principals,
    people: level === 'none' || level === 'tool-only' ? [] : principals,
    wording: '',
    time,
    eventIds: [],
  };
}

/** An open incident about one finding, at noon, unless the test says otherwise. */
export function incidentOf(
  change: Partial<IncidentRecord> = {},
): IncidentRecord {
  const openedAt = change.openedAt ?? Date.parse('2026-11-20T12:00:00Z');
  return {
    id: 'incident',
    number: 1,
    entityRef: 'component:default/payments-api',
    targetId: 'target',
    cluster: 'prod-eu',
    ref: 'apps/v1/Deployment/payments/payments-api',
    title: 'spec.replicas of Deployment payments-api differs from Git',
    state: 'open',
    severity: 'medium',
    level: 'none',
    principals: [],
    people: [],
    causeClass: 'unknown',
    findingCount: 1,
    eventIds: [],
    openedAt,
    updatedAt: openedAt,
    begin: { at: openedAt, basis: 'first-seen' },
    reopenings: 0,
    reopenedTimes: [],
    ...change,
  };
}
