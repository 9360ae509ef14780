import type { AuditEvent } from '../../event/AuditEvent';
import type { NormalizedEvent } from '../../event/NormalizedEvent';
import { explainEvents } from '../../explainEvents';
import { request, type RequestOf } from '../../__fixtures__/auditEvent';

/** Rule, what fired on an event of it, and what fired on one that comes close. */
export type RuleSample = [id: string, positive: string[], negative: string[]];

export const ids = (...events: NormalizedEvent[]) => [
  ...new Set(explainEvents(events).flatMap(e => e.rules.map(r => r.id))),
];

export const one = (of: RequestOf, overrides: Partial<AuditEvent> = {}) =>
  ids(request(of, overrides));

export const controller = {
  user: { username: 'system:serviceaccount:kube-system:replicaset-controller' },
};

export const ci = { user: { username: 'system:serviceaccount:ci:deployer' } };

export const METADATA = { level: 'Metadata', requestObject: undefined };

export const DEPLOYMENT = 'deployments.apps/web';

export const template = (spec: object) => ({ spec: { template: { spec } } });

export const image = (name: string) =>
  template({ containers: [{ name: 'web', image: name }] });

export const exec = (query: string): RequestOf => ({
  verb: 'get',
  object: 'pods/web/exec',
  query,
  code: 101,
});

export const RBAC = 'rbac.authorization.k8s.io';

export const role = (rule: object) => ({ rules: [rule] });

export const pod = (spec: object) => ({
  kind: 'Pod',
  spec: { containers: [{ name: 'a', image: 'a' }], ...spec },
});
