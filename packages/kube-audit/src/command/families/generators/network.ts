import { arrayAt, isObject, stringAt, valueAt } from '../../../event/json';
import type { Flag } from '../../Draft';
import { flag, hasPlainMetadata, type Generator } from './Generator';

export const ingress: Generator = body => {
  if (!hasPlainMetadata(body)) {
    return undefined;
  }
  const secrets = new Map(
    arrayAt(body, 'spec', 'tls').flatMap(tls =>
      arrayAt(tls, 'hosts').map(
        host => [String(host), stringAt(tls, 'secretName')] as const,
      ),
    ),
  );
  const rules = arrayAt(body, 'spec', 'rules').flatMap(rule => {
    const host = stringAt(rule, 'host') ?? '';
    return arrayAt(rule, 'http', 'paths').map((path): Flag => {
      const star = stringAt(path, 'pathType') === 'Prefix' ? '*' : '';
      const port =
        valueAt(path, 'backend', 'service', 'port', 'number') ??
        valueAt(path, 'backend', 'service', 'port', 'name');
      const secret = secrets.get(host);
      const tls = secrets.has(host) ? `,tls${secret ? `=${secret}` : ''}` : '';
      return [
        '--rule',
        `${host}${stringAt(path, 'path')}${star}=${stringAt(
          path,
          'backend',
          'service',
          'name',
        )}:${port}${tls}`,
      ];
    });
  });
  return {
    type: 'ingress',
    flags: [
      ...flag('--class', stringAt(body, 'spec', 'ingressClassName')),
      ...rules,
    ],
  };
};

export const service: Generator = (body, name) => {
  if (!hasPlainMetadata(body, { app: name })) {
    return undefined;
  }
  const type = stringAt(body, 'spec', 'type') ?? 'ClusterIP';
  const ports = arrayAt(body, 'spec', 'ports').filter(isObject);
  const tcp = ports.map(p =>
    p.port === p.targetPort || p.targetPort === undefined
      ? `${p.port}`
      : `${p.port}:${p.targetPort}`,
  );
  return {
    type: `service ${type.toLowerCase()}`,
    flags: [
      ...flag('--external-name', stringAt(body, 'spec', 'externalName')),
      ...(valueAt(body, 'spec', 'clusterIP') === 'None'
        ? [['--clusterip', 'None'] as Flag]
        : []),
      ...flag('--tcp', tcp.join(',')),
      ...flag('--node-port', ports.map(p => p.nodePort).find(Boolean)),
    ],
  };
};
