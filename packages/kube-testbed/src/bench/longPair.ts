import { JsonMap, KubeObject } from '@plumbline/kube-drift';

type Pair = [desired: KubeObject, live: KubeObject];

/** A ConfigMap of which somebody edited every key. */
export function editedConfigMap(keys: number): Pair {
  const names = Array.from({ length: keys }, (_, at) => `key-${at}`);
  const configMap = (value: string): KubeObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'settings', namespace: 'shop' },
    data: Object.fromEntries(names.map(name => [name, value])),
  });
  const owned = Object.fromEntries(names.map(name => [`f:${name}`, {}]));
  return [
    configMap('declared'),
    withOwner(configMap('edited'), { 'f:data': { '.': {}, ...owned } }),
  ];
}

/** A container whose variables are all edited and stand the other way round. */
export function editedVariables(variables: number): Pair {
  const names = Array.from({ length: variables }, (_, at) => `VARIABLE_${at}`);
  const pod = (order: string[], value: string): KubeObject => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      containers: [{ name: 'web', env: order.map(name => ({ name, value })) }],
    },
  });
  const owned = Object.fromEntries(
    names.map(name => [
      `k:${JSON.stringify({ name })}`,
      { '.': {}, 'f:name': {}, 'f:value': {} },
    ]),
  );
  return [
    pod(names, 'declared'),
    withOwner(pod([...names].reverse(), 'edited'), {
      'f:spec': {
        'f:containers': { 'k:{"name":"web"}': { 'f:env': owned } },
      },
    }),
  ];
}

function withOwner(object: KubeObject, fieldsV1: JsonMap): KubeObject {
  object.metadata.managedFields = [
    {
      manager: 'kubectl-edit',
      operation: 'Update',
      apiVersion: object.apiVersion,
      time: '2026-01-01T00:00:00Z',
      fieldsType: 'FieldsV1',
      fieldsV1,
    },
  ];
  return object;
}
