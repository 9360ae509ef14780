import type { Canaries } from './Canaries';

/** Names of variables whose values are secrets. */
export const SECRET_VARIABLES = [
  'DB_PASSWORD',
  'API_TOKEN',
  'CLIENT_SECRET',
  'AWS_SECRET_ACCESS_KEY',
  'SECRET_KEY_BASE',
  'TOKEN_V2',
  'SMTP_PASSWD',
  'githubToken',
];

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Variables of a container, each with a value of its own. */
export function secretVariables(canaries: Canaries, place: string) {
  return SECRET_VARIABLES.map(name => ({
    name,
    value: canaries.next(`${place}: ${name}`),
  }));
}

/** An annotation as client-side apply leaves it. */
export function appliedBefore(manifest: object): Record<string, string> {
  return { [LAST_APPLIED]: JSON.stringify(manifest) };
}

/** The Secret `db` of the namespace `payments`, as a person sends it. */
export function secretBody(canaries: Canaries, place: string) {
  const values = (encode: boolean) =>
    Object.fromEntries(
      ['password', 'user', 'tls.key', 'connection'].map(key => [
        key,
        encode
          ? canaries.encoded(`${place}: data`)
          : canaries.next(`${place}: stringData`),
      ]),
    );
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'db',
      namespace: 'payments',
      annotations: appliedBefore({
        data: values(true),
        stringData: values(false),
      }),
    },
    data: values(true),
    stringData: values(false),
  };
}

/** A request as kube-apiserver reports it at level RequestResponse. */
interface Sent {
  verb: string;
  resource: string;
  name?: string;
  subresource?: string;
  query?: string;
  code?: number;
  message?: string;
  request?: unknown;
  response?: unknown;
}

/** @param time - milliseconds since the epoch */
function auditEvent(sent: Sent, time: number, id: number): object {
  const { verb, resource, name, subresource, query = '', code = 200 } = sent;
  const group = resource === 'deployments' ? 'apps' : '';
  const path = ['namespaces/payments', resource, name, subresource];
  return {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'RequestResponse',
    auditID: `secret-request-${id}`,
    stage: 'ResponseComplete',
    requestURI: `${group ? '/apis/apps/v1' : '/api/v1'}/${path
      .filter(part => part !== undefined)
      .join('/')}${query}`,
    verb,
    user: { username: 'jane@example.com', groups: ['system:authenticated'] },
    sourceIPs: ['10.0.0.1'],
    userAgent: 'kubectl/v1.36.3 (linux/amd64) kubernetes/abcdef0',
    objectRef: {
      resource,
      namespace: 'payments',
      apiVersion: 'v1',
      ...(name && { name }),
      ...(group && { apiGroup: group }),
      ...(subresource && { subresource }),
    },
    responseStatus: { code, ...(sent.message && { message: sent.message }) },
    requestObject: sent.request,
    responseObject: sent.response,
    requestReceivedTimestamp: new Date(time).toISOString(),
    stageTimestamp: new Date(time).toISOString(),
  };
}

const aboutDeployment = { resource: 'deployments', name: 'payments-api' };
const aboutSecret = { resource: 'secrets', name: 'db' };

/** A Deployment whose containers have secrets for variables, and whose annotation repeats others. */
function deploymentBody(canaries: Canaries, place: string) {
  const containers = (where: string) => [
    {
      name: 'api',
      image: 'registry.example.com/payments-api:2.14.0',
      args: ['--db-password', canaries.next(`${where}: argument`)],
      env: secretVariables(canaries, where),
    },
  ];
  const withContainers = (where: string) => ({
    template: { spec: { containers: containers(where) } },
  });
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'payments-api',
      namespace: 'payments',
      annotations: appliedBefore({
        spec: withContainers(`${place}: last-applied`),
      }),
    },
    spec: withContainers(place),
  };
}

/**
 * Requests whose bodies, answers, addresses or errors hold secrets.
 *
 * @param until - time of the last one, milliseconds since the epoch
 */
export function secretRequests(canaries: Canaries, until: number): object[] {
  const inVariable = (place: string) =>
    canaries.next(`${place}: value of a variable by its position`);
  const requests: Sent[] = [
    ...['create', 'update', 'patch'].map(verb => ({
      ...aboutSecret,
      verb,
      request: secretBody(canaries, `audit: ${verb} of a Secret`),
      response: secretBody(canaries, `audit: answer to ${verb} of a Secret`),
    })),
    {
      ...aboutSecret,
      verb: 'patch',
      request: [
        {
          op: 'replace',
          path: '/data/password',
          value: canaries.encoded('audit: JSON patch of a Secret'),
        },
      ],
    },
    {
      resource: 'secrets',
      verb: 'list',
      response: {
        kind: 'SecretList',
        apiVersion: 'v1',
        items: [secretBody(canaries, 'audit: list of Secrets')],
      },
    },
    {
      ...aboutSecret,
      verb: 'update',
      code: 422,
      message: `Secret "db" is invalid: data[password]: Invalid value: "${canaries.next(
        'audit: error of a Secret',
      )}"`,
    },
    ...['create', 'update'].map(verb => ({
      ...aboutDeployment,
      verb,
      request: deploymentBody(canaries, `audit: ${verb} of a Deployment`),
      response: deploymentBody(canaries, `audit: answer to ${verb}`),
    })),
    {
      ...aboutDeployment,
      verb: 'patch',
      query: '?fieldManager=kubectl-set',
      request: {
        spec: {
          template: {
            spec: {
              containers: [
                {
                  name: 'api',
                  env: secretVariables(canaries, 'audit: kubectl set env'),
                },
              ],
            },
          },
        },
      },
    },
    {
      ...aboutDeployment,
      verb: 'patch',
      query: '?fieldManager=kubectl-patch',
      request: [
        {
          op: 'replace',
          path: '/spec/template/spec/containers/0/env/0/value',
          value: inVariable('audit: JSON patch'),
        },
        {
          op: 'add',
          path: '/spec/template/spec/containers/0/env/-',
          value: {
            name: 'ANOTHER_TOKEN',
            value: inVariable('audit: JSON patch that adds'),
          },
        },
        {
          op: 'replace',
          path: '/spec/template/spec/containers/0/env',
          value: secretVariables(canaries, 'audit: JSON patch of all'),
        },
      ],
    },
    {
      ...aboutDeployment,
      verb: 'patch',
      query: '?fieldManager=kubectl&force=true',
      request: deploymentBody(canaries, 'audit: server-side apply'),
    },
    {
      resource: 'configmaps',
      name: 'payments-config',
      verb: 'patch',
      request: {
        data: {
          'redis-password': canaries.next('audit: ConfigMap'),
          'app.ini': `[db]\npassword = ${canaries.next('audit: file')}`,
        },
      },
    },
    {
      resource: 'pods',
      name: 'payments-api-1',
      subresource: 'exec',
      verb: 'get',
      code: 101,
      query: `?command=psql&command=--password&command=${canaries.next(
        'audit: argument of a command',
      )}`,
    },
    {
      resource: 'serviceaccounts',
      name: 'default',
      subresource: 'token',
      verb: 'create',
      response: {
        kind: 'TokenRequest',
        status: { token: canaries.next('audit: token') },
      },
    },
  ];
  return requests.map((sent, index) =>
    auditEvent(sent, until - (requests.length - index) * 1000, index),
  );
}
