import type {
  EntityDrift,
  Finding,
  GitCommit,
  Incident,
  IncidentDetail,
  IncidentSummary,
  ObjectManifests,
  Target,
} from '@plumbline/backstage-plugin-plumbline-common';
import { auditEventRow } from './auditFixtures';

const ENTITY_REF = 'component:default/payments-api';

const COMMIT: GitCommit = {
  sha: '4f2c9e1b7d0a3e5f6c8b9a0d1e2f3a4b5c6d7e8f',
  author: 'lena.ortiz',
  message: 'Raise memory limit to 512Mi',
  time: '2026-11-20T14:17:30.000Z',
  url: 'https://git.example.com/acme/payments/commit/4f2c9e1',
};

/** A target in sync; everything can be replaced. @public */
export function targetFixture(changes: Partial<Target> = {}): Target {
  return {
    id: 'prod-eu',
    cluster: 'prod-eu',
    namespace: 'payments',
    path: 'deploy/prod',
    renderer: 'plain',
    state: 'in-sync',
    objectsTotal: 14,
    objectsCompared: 14,
    unverifiable: 0,
    auditCoverage: 'Request bodies recorded',
    lastGoodAt: '2026-11-20T14:30:04.000Z',
    ...changes,
  };
}

/** A changed replica count with proof; everything can be replaced. @public */
export function findingFixture(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'finding-replicas',
    targetId: 'prod-eu',
    cluster: 'prod-eu',
    ref: 'apps/v1/Deployment/payments/payments-api',
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'payments',
      name: 'payments-api',
    },
    path: 'spec.replicas',
    type: 'changed',
    direction: 'live-changed',
    verdict: 'drift',
    severity: 'medium',
    desired: 3,
    live: 5,
    owner: {
      manager: 'kubectl',
      operation: 'Update',
      subresource: 'scale',
      time: '2026-11-20T14:02:11Z',
    },
    attribution: {
      level: 'proven',
      principals: ['jane@example.com'],
      auditID: '7c1e4b52-93aa-4d0e-b1f6-2f60c8d5a913',
      eventIds: ['7c1e4b52-93aa-4d0e-b1f6-2f60c8d5a913'],
      command: {
        text: 'kubectl scale deployment/payments-api --replicas=5 -n payments',
        confidence: 'exact',
        missing: [],
      },
      wording:
        'jane@example.com set spec.replicas to 5 with kubectl scale at 14:02:11',
      time: '2026-11-20T14:02:11.000Z',
      evidence: [
        {
          kind: 'audit-event',
          text: 'The request body sets this field to 5',
          holds: true,
          eventId: '7c1e4b52-93aa-4d0e-b1f6-2f60c8d5a913',
        },
        {
          kind: 'observation',
          text: 'It is the last write to the field before it was first seen different',
          holds: true,
        },
        {
          kind: 'managed-fields',
          text: 'The API server’s own record agrees',
          holds: true,
        },
      ],
    },
    source: { file: 'deploy/prod/deployment.yaml', line: 9, commit: COMMIT },
    incidentId: 'incident-214',
    firstSeenAt: '2026-11-20T14:02:13.000Z',
    lastSeenAt: '2026-11-20T14:30:04.000Z',
    lastCleanAt: '2026-11-20T14:00:04.000Z',
    ...changes,
  };
}

/** An open incident without its findings; everything can be replaced. @public */
export function incidentSummaryFixture(
  changes: Partial<IncidentSummary> = {},
): IncidentSummary {
  return {
    id: 'incident-214',
    number: 214,
    entityRef: ENTITY_REF,
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
}

const FINDINGS: Finding[] = [
  findingFixture(),
  findingFixture({
    id: 'finding-memory',
    path: 'spec.template.spec.containers[api].resources.limits.memory',
    direction: 'git-ahead',
    severity: 'low',
    desired: '512Mi',
    live: '256Mi',
    attribution: undefined,
    incidentId: 'incident-215',
    firstSeenAt: '2026-11-20T14:20:04.000Z',
  }),
  findingFixture({
    id: 'finding-timeout',
    ref: 'v1/ConfigMap/payments/payments-config',
    object: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      namespace: 'payments',
      name: 'payments-config',
    },
    path: 'data.PAYMENT_TIMEOUT_MS',
    severity: 'high',
    desired: '3000',
    live: '8000',
    owner: {
      manager: 'kubectl-edit',
      operation: 'Update',
      time: '2026-11-20T13:52:20Z',
    },
    attribution: {
      level: 'tool-only',
      principals: [],
      wording:
        'last written with kubectl-edit no later than 13:52:20; person unknown',
      evidence: [
        {
          kind: 'audit-event',
          text: 'No audit event of this write arrived',
          holds: false,
        },
        {
          kind: 'managed-fields',
          text: 'The API server names the tool and a latest time',
          holds: true,
        },
      ],
    },
    incidentId: 'incident-213',
    lastCleanAt: '2026-11-20T13:50:04.000Z',
    firstSeenAt: '2026-11-20T14:00:04.000Z',
  }),
  findingFixture({
    id: 'finding-image',
    path: 'spec.template.spec.containers[api].image',
    severity: 'high',
    desired: 'registry.acme.io/payments-api:2.14.0',
    live: 'registry.acme.io/payments-api:2.14.1-hotfix',
    attribution: {
      level: 'proven',
      principals: ['omar@example.com'],
      eventIds: ['3b9f3f64-0c1e-4a0e-8f0b-6f2b1f6a1c01'],
      command: {
        text: 'kubectl set image deployment/payments-api api=registry.acme.io/payments-api:2.14.1-hotfix -n payments',
        confidence: 'likely',
        missing: [],
      },
      wording:
        'omar@example.com set the image of container api to 2.14.1-hotfix with kubectl set image at 13:47:36',
      time: '2026-11-20T13:47:36.000Z',
      evidence: [],
    },
    incidentId: 'incident-212',
    lastCleanAt: '2026-11-20T13:40:04.000Z',
    firstSeenAt: '2026-11-20T13:47:38.000Z',
  }),
  findingFixture({
    id: 'finding-log-level',
    targetId: 'staging',
    cluster: 'staging',
    path: 'spec.template.spec.containers[api].env[LOG_LEVEL].value',
    severity: 'high',
    desired: 'info',
    live: 'debug',
    attribution: {
      level: 'strong',
      principals: ['priya@example.com'],
      eventIds: ['aa0f3f64-0c1e-4a0e-8f0b-6f2b1f6a1c02'],
      command: {
        text: 'kubectl set <?> deployment/payments-api -n payments',
        confidence: 'approximate',
        missing: ['request body (audit level Metadata)'],
      },
      wording: 'most consistent with priya@example.com, 10:14:52',
      time: '2026-11-20T10:14:52.000Z',
      evidence: [
        {
          kind: 'audit-event',
          text: 'No body was recorded: policy level Metadata',
          holds: false,
        },
      ],
    },
    incidentId: 'incident-209',
    lastCleanAt: '2026-11-20T10:10:04.000Z',
    firstSeenAt: '2026-11-20T10:20:04.000Z',
  }),
  findingFixture({
    id: 'finding-probe',
    targetId: 'staging',
    cluster: 'staging',
    path: 'spec.template.spec.containers[api].livenessProbe',
    type: 'missing',
    severity: 'high',
    desired: { httpGet: { path: '/healthz', port: 8080 } },
    live: undefined,
    owner: undefined,
    attribution: {
      level: 'likely',
      principals: ['priya@example.com'],
      wording: 'priya@example.com changed this object in the window',
      evidence: [],
    },
    incidentId: 'incident-209',
    lastCleanAt: '2026-11-20T10:10:04.000Z',
    firstSeenAt: '2026-11-20T10:20:04.000Z',
  }),
  findingFixture({
    id: 'finding-port',
    targetId: 'staging',
    cluster: 'staging',
    ref: 'v1/Service/payments/payments-api',
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      namespace: 'payments',
      name: 'payments-api',
    },
    path: 'spec.ports[http].targetPort',
    desired: 8080,
    live: 8081,
    attribution: {
      level: 'ambiguous',
      principals: ['jane@example.com', 'li.wei@example.com'],
      wording: 'two people fit: jane@example.com and li.wei@example.com',
      evidence: [],
    },
    incidentId: 'incident-207',
    lastCleanAt: '2026-11-20T08:10:04.000Z',
    firstSeenAt: '2026-11-20T08:20:04.000Z',
  }),
  findingFixture({
    id: 'finding-body-size',
    ref: 'networking.k8s.io/v1/Ingress/payments/payments-api',
    object: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      namespace: 'payments',
      name: 'payments-api',
    },
    path: 'metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-size]',
    severity: 'low',
    desired: '4m',
    live: '16m',
    owner: undefined,
    attribution: {
      level: 'none',
      principals: [],
      wording: 'first seen between 12 Oct 22:00 and 22:10',
      evidence: [],
    },
    incidentId: 'incident-198',
    lastCleanAt: '2026-10-12T22:00:00.000Z',
    firstSeenAt: '2026-10-12T22:10:00.000Z',
  }),
  findingFixture({
    id: 'finding-secret',
    ref: 'v1/Secret/payments/payments-db',
    object: {
      apiVersion: 'v1',
      kind: 'Secret',
      namespace: 'payments',
      name: 'payments-db',
    },
    path: 'data.password',
    verdict: 'ignored',
    reason: 'Rule rotated-secrets: rotated by the database operator',
    severity: 'medium',
    desired: { masked: true, changed: true, length: 24 },
    live: { masked: true, changed: true, length: 32 },
    attribution: undefined,
    incidentId: undefined,
  }),
  findingFixture({
    id: 'finding-hpa',
    targetId: 'staging',
    cluster: 'staging',
    path: 'spec.replicas',
    verdict: 'expected',
    reason: 'HorizontalPodAutoscaler payments-api owns the replica count',
    severity: 'low',
    desired: 2,
    live: 4,
    attribution: undefined,
    incidentId: undefined,
  }),
];

const OPEN_INCIDENTS: IncidentSummary[] = [
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

/** Drift of payments-api on three clusters, one of which does not answer; everything can be replaced. @public */
export function entityDriftFixture(
  changes: Partial<EntityDrift> = {},
): EntityDrift {
  return {
    entityRef: ENTITY_REF,
    state: 'partial',
    reason: 'edge-us cannot be checked',
    targets: [
      targetFixture({ state: 'drift' }),
      targetFixture({
        id: 'staging',
        cluster: 'staging',
        path: 'deploy/staging',
        state: 'drift',
        objectsTotal: 10,
        objectsCompared: 10,
        auditCoverage: 'Metadata level, no bodies',
      }),
      targetFixture({
        id: 'edge-us',
        cluster: 'edge-us',
        path: 'deploy/edge',
        state: 'unobservable',
        reason: 'Connection timed out',
        objectsTotal: 8,
        objectsCompared: 0,
        unverifiable: 8,
        unverifiedSince: '2026-11-20T13:48:00.000Z',
        lastGoodAt: undefined,
        auditCoverage: undefined,
      }),
    ],
    counts: { drift: 8, expected: 1, ignored: 1, excluded: 0, unverifiable: 8 },
    findings: FINDINGS,
    openIncidents: OPEN_INCIDENTS,
    commit: COMMIT,
    lastCheckAt: '2026-11-20T14:30:04.000Z',
    checkIntervalSeconds: 600,
    running: false,
    ...changes,
  };
}

/** The incident of the changed replica count; everything can be replaced. @public */
export function incidentFixture(changes: Partial<Incident> = {}): Incident {
  const finding = findingFixture();
  return {
    ...incidentSummaryFixture(),
    target: targetFixture({ state: 'drift' }),
    cause: { attribution: finding.attribution },
    findings: [finding],
    recommendation: {
      id: 'reconcile',
      text: 'A person’s change past the grace period. Decide which side is right: put 5 into Git, or apply the manifest.',
      command: 'kubectl apply -f deploy/prod/deployment.yaml -n payments',
    },
    ...changes,
  };
}

/** The incidents of {@link entityDriftFixture}, as the list of incidents has them. @public */
export function incidentFixtures(): Incident[] {
  return OPEN_INCIDENTS.map(summary => {
    const findings = FINDINGS.filter(item => item.incidentId === summary.id);
    const [first] = findings;
    return {
      ...incidentFixture(summary),
      findings,
      cause: first?.attribution
        ? { attribution: first.attribution }
        : { commit: COMMIT },
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

/** Both sides of the Deployment. @public */
export function objectManifestsFixture(
  changes: Partial<ObjectManifests> = {},
): ObjectManifests {
  const yaml = (replicas: number, image: string) =>
    [
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata:',
      '  name: payments-api',
      '  namespace: payments',
      'spec:',
      `  replicas: ${replicas}`,
      '  template:',
      '    spec:',
      '      containers:',
      '        - name: api',
      `          image: registry.acme.io/payments-api:${image}`,
      '',
    ].join('\n');
  return {
    ref: 'apps/v1/Deployment/payments/payments-api',
    desired: yaml(3, '2.14.0'),
    live: yaml(5, '2.14.1-hotfix'),
    ...changes,
  };
}
