import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';

/** Where the portal of the browser tests keeps its example; for another portal, `PLUMBLINE_EXAMPLE_FOLDER` says it. */
function exampleFolder(): string {
  return (
    process.env.PLUMBLINE_EXAMPLE_FOLDER ??
    path.join(tmpdir(), 'plumbline-browser-portal', 'example')
  );
}

/** A deployment of the example that is scaled by hand right now, as a kube-apiserver tells it. */
function scaleEvent(auditID: string, replicas: number): object {
  const now = new Date().toISOString().replace('Z', '000Z');
  return {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'RequestResponse',
    auditID,
    stage: 'ResponseComplete',
    requestURI:
      '/apis/apps/v1/namespaces/payments/deployments/payments-api/scale',
    verb: 'patch',
    user: {
      username: 'li.wei@example.com',
      groups: ['payments-devs', 'system:authenticated'],
    },
    sourceIPs: ['10.4.18.23'],
    userAgent: 'kubectl/v1.36.3 (linux/amd64) kubernetes/0000000',
    objectRef: {
      resource: 'deployments',
      namespace: 'payments',
      name: 'payments-api',
      apiGroup: 'apps',
      apiVersion: 'v1',
      subresource: 'scale',
    },
    responseStatus: { metadata: {}, code: 200 },
    requestObject: { spec: { replicas } },
    responseObject: {
      kind: 'Scale',
      apiVersion: 'autoscaling/v1',
      metadata: { name: 'payments-api', namespace: 'payments' },
      spec: { replicas },
    },
    requestReceivedTimestamp: now,
    stageTimestamp: now,
  };
}

/**
 * Posts an audit event to the portal as the API server of a cluster does.
 *
 * @throws Error with the portal's answer when it does not store the event
 */
export async function postScaleEvent(
  request: APIRequestContext,
  options: { auditID: string; replicas: number },
): Promise<void> {
  const cluster = 'prod-eu';
  const token = await readFile(
    path.join(exampleFolder(), 'tokens', cluster),
    'utf8',
  );
  const answer = await request.post(
    `/api/plumbline/v1/clusters/${cluster}/audit-events`,
    {
      headers: { authorization: `Bearer ${token.trim()}` },
      data: {
        kind: 'EventList',
        apiVersion: 'audit.k8s.io/v1',
        metadata: {},
        items: [scaleEvent(options.auditID, options.replicas)],
      },
    },
  );
  if (!answer.ok()) {
    throw new Error(`${answer.status()} ${await answer.text()}`);
  }
}
