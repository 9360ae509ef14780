import type {
  Incident,
  IncidentDetail,
  IncidentSummary,
} from '@plumbline/backstage-plugin-plumbline-common';
import { auditEventRow } from './auditFixtures';
import { FINDING_FIXTURES, findingFixture } from './findingFixtures';
import { incidentFixture, OPEN_INCIDENT_FIXTURES } from './incidentFixtures';

/** Ids of the audit events that the fixtures tell of. @internal */
export const HOT_FIX_EVENTS = {
  image: '3b9f3f64-0c1e-4a0e-8f0b-6f2b1f6a1c01',
  debug: '51de0a70-5f0c-4a7e-9a4e-0b8c1f3f9d02',
  scale: '7c1e4b52-93aa-4d0e-b1f6-2f60c8d5a913',
};

const SUMMARY = OPEN_INCIDENT_FIXTURES.find(
  item => item.id === 'incident-212',
) as IncidentSummary;

/** The debug container that the hot fix left behind. @internal */
export const DEBUG_FINDING = findingFixture({
  id: 'finding-debug',
  ref: 'v1/Pod/payments/payments-api-7d9c8b6f5-x2kqp',
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    namespace: 'payments',
    name: 'payments-api-7d9c8b6f5-x2kqp',
  },
  path: 'spec.ephemeralContainers[debugger-8xk2p]',
  type: 'additive',
  severity: 'medium',
  desired: undefined,
  live: 'busybox:1.36, target api',
  owner: undefined,
  attribution: {
    level: 'proven',
    principals: ['omar@example.com'],
    eventIds: [HOT_FIX_EVENTS.debug],
    command: {
      text: 'kubectl debug -it pod/payments-api-7d9c8b6f5-x2kqp --image=busybox:1.36 --target=api -n payments',
      confidence: 'exact',
      missing: [],
    },
    wording: 'omar@example.com attached a debug container at 13:41:05',
    time: '2026-11-20T13:41:05.000Z',
    evidence: [
      {
        kind: 'audit-event',
        text: 'The request body adds this container',
        holds: true,
      },
    ],
  },
  source: undefined,
  incidentId: 'incident-212',
  firstSeenAt: '2026-11-20T13:41:07.000Z',
});

/** A hot fix of two fields that somebody looks after; everything can be replaced. @public */
export function hotFixIncidentFixture(
  changes: Partial<Incident> = {},
): Incident {
  const image = FINDING_FIXTURES.filter(item => item.id === 'finding-image');
  return incidentFixture({
    ...SUMMARY,
    title: 'omar@example.com hot-fixed payments-api, left a debug container',
    openedAt: '2026-11-20T13:41:07.000Z',
    causedAt: '2026-11-20T13:41:05.000Z',
    age: { since: '2026-11-20T13:41:05.000Z', basis: 'proven-write' },
    findingCount: 2,
    findings: [DEBUG_FINDING, ...image],
    cause: DEBUG_FINDING.attribution,
    grouping: {
      key: 'same-actor',
      text: 'Two requests of one person within 10 min',
      objects: 2,
    },
    acknowledgement: {
      by: 'user:default/omar',
      at: '2026-11-20T13:58:00.000Z',
      note: 'Card payments failed on 2.14.0 (timeout in 3DS). Fix is in PR 812, will be released today.',
      until: '2026-11-20T18:00:00.000Z',
    },
    recommendation: {
      id: 'adopt',
      text: 'Decide which side is right.',
      rule: 9,
      reason:
        'A person’s change, pods are healthy (5 of 5 ready), and it is past the 30 min grace period',
    },
    ...changes,
  });
}

/** The hot fix with its history and the requests around it. @public */
export function hotFixDetailFixture(
  changes: Partial<Incident> = {},
): IncidentDetail {
  return {
    incident: hotFixIncidentFixture(changes),
    history: [
      {
        time: '2026-11-20T13:41:07.000Z',
        kind: 'opened',
        text: 'A check after the write found a debug container',
      },
      {
        time: '2026-11-20T13:47:38.000Z',
        kind: 'refreshed',
        text: 'A second field differs: the image of container api',
      },
      {
        time: '2026-11-20T13:58:00.000Z',
        kind: 'acknowledged',
        text: 'Acknowledged by omar until 18:00',
      },
    ],
    events: [
      auditEventRow({
        id: HOT_FIX_EVENTS.scale,
        time: '2026-11-20T14:02:11.000Z',
        sentence: 'jane@example.com scaled payments-api from 3 to 5',
      }),
      auditEventRow({
        id: HOT_FIX_EVENTS.image,
        time: '2026-11-20T13:47:36.000Z',
        sentence: 'omar@example.com set the image of payments-api',
      }),
      auditEventRow({
        id: HOT_FIX_EVENTS.debug,
        time: '2026-11-20T13:41:05.000Z',
        sentence: 'omar@example.com attached a debug container',
      }),
    ],
  };
}
