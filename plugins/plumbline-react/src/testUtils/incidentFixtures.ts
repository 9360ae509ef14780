import type {
  CommitCause,
  Incident,
  IncidentDetail,
  IncidentSummary,
} from '@plumbline/backstage-plugin-plumbline-common';
import { auditEventRow } from './auditFixtures';
import { COMMIT, FINDING_FIXTURES, findingFixture } from './findingFixtures';
import { targetFixture } from './targetFixtures';

/** The commit as the cause of what waits in Git. */
const COMMIT_CAUSE: CommitCause = {
  commit: COMMIT.sha,
  author: COMMIT.author,
  message: COMMIT.message,
  time: COMMIT.time,
  url: COMMIT.url,
};

/** An open incident without its findings; everything can be replaced. @public */
export function incidentSummaryFixture(
  changes: Partial<IncidentSummary> = {},
): IncidentSummary {
  const summary: IncidentSummary = {
    id: 'incident-214',
    number: 214,
    entityRef: 'component:default/payments-api',
    targetId: 'prod-eu',
    cluster: 'prod-eu',
    ref: 'apps/v1/Deployment/payments/payments-api',
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'payments',
      name: 'payments-api',
    },
    title: 'jane@example.com scaled payments-api from 3 to 5',
    state: 'open',
    severity: 'medium',
    openedAt: '2026-11-20T14:02:13.000Z',
    updatedAt: '2026-11-20T14:30:04.000Z',
    causedAt: '2026-11-20T14:02:11.000Z',
    level: 'proven',
    principals: ['jane@example.com'],
    findingCount: 1,
    ...changes,
  };
  return { ...summary, age: summary.age ?? ageOf(summary) };
}

function ageOf({
  causedAt,
  openedAt,
}: IncidentSummary): NonNullable<IncidentSummary['age']> {
  return causedAt
    ? { since: causedAt, basis: 'proven-write' }
    : { since: openedAt, basis: 'first-seen' };
}

/** Open incidents of payments-api, newest first. @public */
export const OPEN_INCIDENT_FIXTURES: IncidentSummary[] = [
  incidentSummaryFixture({
    id: 'incident-215',
    number: 215,
    title: 'Git is ahead: commit 4f2c9e1 waits for sync',
    severity: 'low',
    level: 'git-commit',
    principals: ['lena.ortiz'],
    openedAt: '2026-11-20T14:20:04.000Z',
    causedAt: '2026-11-20T14:17:30.000Z',
  }),
  incidentSummaryFixture(),
  incidentSummaryFixture({
    id: 'incident-213',
    number: 213,
    title: 'payments-config was last written with kubectl-edit; person unknown',
    severity: 'high',
    level: 'tool-only',
    principals: [],
    openedAt: '2026-11-20T13:52:20.000Z',
    causedAt: undefined,
  }),
  incidentSummaryFixture({
    id: 'incident-212',
    number: 212,
    title: 'omar@example.com hot-fixed payments-api',
    state: 'acknowledged',
    severity: 'high',
    principals: ['omar@example.com'],
    openedAt: '2026-11-20T13:47:38.000Z',
    causedAt: '2026-11-20T13:47:36.000Z',
  }),
  incidentSummaryFixture({
    id: 'incident-209',
    number: 209,
    cluster: 'staging',
    title: '2 fields of payments-api changed; likely priya@example.com',
    severity: 'high',
    level: 'likely',
    principals: ['priya@example.com'],
    openedAt: '2026-11-20T10:20:04.000Z',
    causedAt: undefined,
    findingCount: 2,
  }),
  incidentSummaryFixture({
    id: 'incident-207',
    number: 207,
    cluster: 'staging',
    title: 'Service port changed; two people fit',
    level: 'ambiguous',
    principals: ['jane@example.com', 'li.wei@example.com'],
    openedAt: '2026-11-20T08:20:04.000Z',
    causedAt: undefined,
  }),
  incidentSummaryFixture({
    id: 'incident-198',
    number: 198,
    title: 'Ingress body size differs; no evidence of who',
    severity: 'low',
    level: 'none',
    principals: [],
    openedAt: '2026-10-12T22:10:00.000Z',
    causedAt: undefined,
  }),
];

/** The incident of the changed replica count; everything can be replaced. @public */
export function incidentFixture(changes: Partial<Incident> = {}): Incident {
  const finding = findingFixture();
  return {
    ...incidentSummaryFixture(),
    target: targetFixture({ state: 'drift' }),
    cause: finding.attribution,
    findings: [finding],
    recommendation: {
      id: 'reconcile',
      text: 'A person’s change past the grace period. Decide which side is right: put 5 into Git, or apply the manifest.',
      rule: 9,
      reason: 'The pods are healthy (5 of 5 ready) and 30 min have passed',
      command: 'kubectl apply -f deploy/prod/deployment.yaml -n payments',
    },
    ...changes,
  };
}

/** The incidents of payments-api, as the list of incidents has them. @public */
export function incidentFixtures(): Incident[] {
  return OPEN_INCIDENT_FIXTURES.map(summary => {
    const findings = FINDING_FIXTURES.filter(
      item => item.incidentId === summary.id,
    );
    const [first] = findings;
    return {
      ...incidentFixture(summary),
      findings,
      cause: first?.attribution ?? COMMIT_CAUSE,
    };
  });
}

/** An incident with its history and the requests around it. @public */
export function incidentDetailFixture(
  incident: Incident = incidentFixture(),
): IncidentDetail {
  return {
    incident,
    history: [
      {
        time: '2026-11-20T14:02:13.000Z',
        kind: 'opened',
        text: 'A check after the write found spec.replicas 5, Git says 3',
      },
      {
        time: '2026-11-20T14:30:04.000Z',
        kind: 'refreshed',
        text: 'Still different',
      },
    ],
    events: [
      auditEventRow({
        id: '7c1e4b52-93aa-4d0e-b1f6-2f60c8d5a913',
        time: '2026-11-20T14:02:11.000Z',
        sentence: 'jane@example.com scaled payments-api from 3 to 5',
      }),
    ],
  };
}
