/**
 * A kubeconfig for one server and one user, as YAML (JSON is YAML): also for an audit webhook.
 *
 * @internal
 */
export function loopbackKubeconfig(options: {
  /** `https://host:port`, with a path for an audit webhook. */
  server: string;
  /** Certificate authority in PEM; left out for plain HTTP. */
  ca?: string;
  token?: string;
  namespace?: string;
}): string {
  const { server, ca, token, namespace } = options;
  const cluster = {
    server,
    ...(ca && {
      'certificate-authority-data': Buffer.from(ca).toString('base64'),
    }),
  };
  const document = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'loopback', cluster }],
    users: [{ name: 'loopback', user: token ? { token } : {} }],
    contexts: [
      {
        name: 'loopback',
        context: {
          cluster: 'loopback',
          user: 'loopback',
          ...(namespace && { namespace }),
        },
      },
    ],
    'current-context': 'loopback',
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
