import { JsonMap, KubeObject } from '@plumbline/kube-drift';

/** How many of what a Deployment of the benchmark holds. */
export interface DeploymentSize {
  containers: number;
  /** Environment variables of each container. */
  variables: number;
}

/** About 200 leaves and 8 kB: what a service in production looks like. */
export const USUAL_SIZE: DeploymentSize = { containers: 3, variables: 12 };

/** A Deployment as Git declares it. */
export function declaredDeployment(
  index: number,
  { containers, variables }: DeploymentSize,
): KubeObject {
  const name = `service-${index}`;
  const labels = {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': 'shop',
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', labels },
    spec: {
      replicas: 3,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: { 'prometheus.io/scrape': 'true' } },
        spec: {
          serviceAccountName: name,
          containers: times(containers, at => declaredContainer(at, variables)),
          volumes: [
            { name: 'config', configMap: { name: `${name}-config` } },
            { name: 'cache', emptyDir: {} },
          ],
        },
      },
    },
  };
}

function declaredContainer(index: number, variables: number): JsonMap {
  return {
    name: `container-${index}`,
    image: `registry.example.com/shop/container-${index}:1.2.3`,
    args: ['--listen', ':8080'],
    env: times(variables, at => ({
      name: `VARIABLE_${at}`,
      value: `value ${at}`,
    })),
    ports: [{ name: `http-${index}`, containerPort: 8080 + index }],
    resources: {
      requests: { cpu: '0.5', memory: '512Mi' },
      limits: { memory: '1024Mi' },
    },
    readinessProbe: { httpGet: { path: '/ready', port: 8080 + index } },
    volumeMounts: [{ name: 'config', mountPath: '/etc/config' }],
  };
}

/** The same Deployment as an API server returns it: defaults, status, owners. */
export function liveDeployment(declared: KubeObject): KubeObject {
  const live = structuredClone(declared);
  const spec = live.spec as JsonMap;
  const template = spec.template as { spec: JsonMap };
  Object.assign(live.metadata, {
    uid: '0c0ffee0-0000-4000-8000-000000000001',
    resourceVersion: '42',
    generation: 1,
    creationTimestamp: '2026-01-01T00:00:00Z',
    annotations: { 'deployment.kubernetes.io/revision': '1' },
    managedFields: [appliedFields(declared), statusFields()],
  });
  Object.assign(spec, {
    progressDeadlineSeconds: 600,
    revisionHistoryLimit: 10,
    strategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
    },
  });
  Object.assign(template.spec, {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    serviceAccount: template.spec.serviceAccountName,
    terminationGracePeriodSeconds: 30,
  });
  for (const container of template.spec.containers as JsonMap[]) {
    fillContainer(container);
  }
  live.status = {
    observedGeneration: 1,
    replicas: 3,
    readyReplicas: 3,
    conditions: ['Available', 'Progressing'].map(type => ({
      type,
      status: 'True',
      lastUpdateTime: '2026-01-01T00:00:00Z',
    })),
  };
  return live;
}

function fillContainer(container: JsonMap): void {
  const resources = container.resources as {
    requests: JsonMap;
    limits: JsonMap;
  };
  resources.requests.cpu = '500m';
  resources.limits.memory = '1Gi';
  Object.assign(container, {
    imagePullPolicy: 'IfNotPresent',
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  });
  Object.assign(container.readinessProbe as JsonMap, {
    failureThreshold: 3,
    periodSeconds: 10,
    successThreshold: 1,
    timeoutSeconds: 1,
  });
  for (const port of container.ports as JsonMap[]) {
    port.protocol = 'TCP';
  }
}

function appliedFields(declared: KubeObject): JsonMap {
  return {
    manager: 'argocd-controller',
    operation: 'Apply',
    apiVersion: 'apps/v1',
    time: '2026-01-01T00:00:00Z',
    fieldsType: 'FieldsV1',
    fieldsV1: fieldsOf({ spec: declared.spec }),
  };
}

function statusFields(): JsonMap {
  return {
    manager: 'kube-controller-manager',
    operation: 'Update',
    subresource: 'status',
    apiVersion: 'apps/v1',
    time: '2026-01-01T00:00:05Z',
    fieldsType: 'FieldsV1',
    fieldsV1: { 'f:status': { 'f:replicas': {}, 'f:readyReplicas': {} } },
  };
}

/** Keys of the lists that the declared Deployment holds. */
const LIST_KEYS: Record<string, readonly string[]> = {
  containers: ['name'],
  env: ['name'],
  ports: ['containerPort', 'protocol'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
};

/** FieldsV1 of a value, as structured-merge-diff would list it. */
function fieldsOf(map: JsonMap): JsonMap {
  return Object.fromEntries(
    Object.entries(map).map(([name, value]) => [
      `f:${name}`,
      fieldsBelow(name, value),
    ]),
  );
}

function fieldsBelow(name: string, value: JsonMap[string]): JsonMap {
  if (Array.isArray(value)) {
    const keys = LIST_KEYS[name];
    return keys
      ? Object.fromEntries(
          value.map(item => [
            `k:${JSON.stringify(keyOf(item as JsonMap, keys))}`,
            { '.': {}, ...fieldsOf(item as JsonMap) },
          ]),
        )
      : {};
  }
  const isStruct = typeof value === 'object' && value !== null;
  return isStruct && name !== 'selector' ? fieldsOf(value as JsonMap) : {};
}

function keyOf(item: JsonMap, keys: readonly string[]): JsonMap {
  return Object.fromEntries(
    keys.map(key => [key, item[key] ?? (key === 'protocol' ? 'TCP' : '')]),
  );
}

function times<T>(count: number, build: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => build(index));
}
