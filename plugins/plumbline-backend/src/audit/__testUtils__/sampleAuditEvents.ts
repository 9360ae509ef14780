import { randomUUID } from 'node:crypto';
import {
  defaultRuleSet,
  type AuditEvent,
  type RuleSet,
} from '@plumbline/kube-audit';
import type {
  EntityResolver,
  ObjectIdentity,
  ObjectResolution,
} from '../../catalog';
import { EventAcceptor } from '../ingest/EventAcceptor';
import { readItems } from '../ingest/readItems';
import type { AcceptedAuditEvent } from '../StoredAuditEvent';

/** A finished request of a person, as an API server writes it: jane scales a Deployment unless told otherwise. */
export function sampleAuditEvent(overrides: AuditEvent = {}): AuditEvent {
  return {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'RequestResponse',
    auditID: randomUUID(),
    stage: 'ResponseComplete',
    requestURI:
      '/apis/apps/v1/namespaces/shop/deployments/cart/scale?fieldManager=kubectl',
    verb: 'patch',
    user: { username: 'jane@example.com', groups: ['system:authenticated'] },
    sourceIPs: ['10.0.0.7'],
    userAgent: 'kubectl/v1.36.3 (linux/amd64) kubernetes/0000000',
    objectRef: {
      resource: 'deployments',
      subresource: 'scale',
      namespace: 'shop',
      name: 'cart',
      apiGroup: 'apps',
      apiVersion: 'v1',
    },
    responseStatus: { code: 200 },
    requestObject: { spec: { replicas: 5 } },
    responseObject: { kind: 'Scale', spec: { replicas: 5 } },
    requestReceivedTimestamp: '2026-11-20T10:00:00.000000Z',
    stageTimestamp: '2026-11-20T10:00:00.010000Z',
    annotations: { 'authorization.k8s.io/decision': 'allow' },
    ...overrides,
  };
}

/** A person reads an object. */
export function sampleRead(overrides: AuditEvent = {}): AuditEvent {
  return sampleAuditEvent({
    level: 'Metadata',
    requestURI: '/api/v1/namespaces/shop/pods/cart-0',
    verb: 'get',
    objectRef: {
      resource: 'pods',
      namespace: 'shop',
      name: 'cart-0',
      apiVersion: 'v1',
    },
    requestObject: undefined,
    responseObject: undefined,
    ...overrides,
  });
}

/** The body of a POST of kube-apiserver. */
export function sampleEventList(events: AuditEvent[]): string {
  return JSON.stringify({
    kind: 'EventList',
    apiVersion: 'audit.k8s.io/v1',
    metadata: {},
    items: events,
  });
}

/** Gives every object of a namespace to the entity of that name, except in namespace `lost`. */
export const namespaceResolver: EntityResolver = {
  async resolve(objects: ObjectIdentity[]): Promise<ObjectResolution[]> {
    return objects.map(({ namespace }) =>
      namespace === undefined || namespace === 'lost'
        ? { candidates: [], step: 'none', reason: 'no entity claims it' }
        : {
            entityRef: `component:default/${namespace}`,
            candidates: [],
            step: 'namespace',
            reason: `the namespace ${namespace} belongs to one entity`,
          },
    );
  },
};

/** Events as ingest gives them to the store. */
export async function acceptSamples(
  cluster: string,
  events: AuditEvent[],
  rules: RuleSet = defaultRuleSet,
): Promise<AcceptedAuditEvent[]> {
  const acceptor = new EventAcceptor({
    resolver: namespaceResolver,
    actors: {},
    rules,
  });
  const items = [...readItems(cluster, sampleEventList(events), 4 * 1024 ** 2)];
  return acceptor.accept(
    cluster,
    items.flatMap(item => ('event' in item ? [item.event] : [])),
  );
}
