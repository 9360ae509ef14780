import { restoreCommands } from './restoreCommands';

const FILE = 'deploy/all.yaml';

interface Situation {
  apiVersion: string;
  kind: string;
  desired: object;
  live: object;
  path: string;
  type?: 'changed' | 'missing';
  /** Further objects that the file declares. */
  beside?: string[];
}

/** What is offered for one difference of one object that a file declares. */
function offered(situation: Situation) {
  const { apiVersion, kind, desired, live, path, type = 'changed' } = situation;
  const ref = `${apiVersion}/${kind}/shop/it`;
  const object = (content: object) => ({
    apiVersion,
    kind,
    metadata: { name: 'it', namespace: 'shop' },
    ...content,
  });
  return restoreCommands({
    findings: [{ ref, path, type }],
    desired: [object(desired)],
    live: [object(live)],
    namespace: 'shop',
    files: Object.fromEntries(
      [ref, ...(situation.beside ?? [])].map(one => [one, FILE]),
    ),
  });
}

const texts = (situation: Situation) =>
  offered(situation).map(({ text }) => text);

const claim = (storage: string, phase = 'Bound') => ({
  spec: { resources: { requests: { storage } } },
  status: { phase },
});
const STORAGE = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  path: 'spec.resources.requests.storage',
};
const workload = (spec: object) => ({ spec });
const REPLACE = `kubectl replace --force -f ${FILE} -n shop`;
const APPLY = `kubectl apply -f ${FILE} -n shop`;

describe('what the API server refuses to change', () => {
  it('is the storage of a claim, unless it grows', () => {
    expect(
      texts({ ...STORAGE, desired: claim('1Gi'), live: claim('2Gi') }),
    ).toEqual([REPLACE]);
    expect(
      texts({ ...STORAGE, desired: claim('2Gi'), live: claim('1Gi') }),
    ).toEqual([
      `kubectl patch persistentvolumeclaim/it --type=merge -p '{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}' -n shop`,
      APPLY,
    ]);
    expect(
      texts({
        ...STORAGE,
        desired: claim('2Gi'),
        live: claim('1Gi', 'Pending'),
      }),
    ).toEqual([REPLACE]);
  });

  it('is a label of the pods that the selector asks for', () => {
    const web = (label: string, selected: string) =>
      workload({
        selector: { matchLabels: { app: selected } },
        template: { metadata: { labels: { app: label, tier: label } } },
      });
    const situation = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      desired: web('a', 'a'),
      live: web('b', 'b'),
    };
    expect(
      texts({ ...situation, path: 'spec.template.metadata.labels.app' }),
    ).toEqual([REPLACE]);
    expect(
      texts({ ...situation, path: 'spec.template.metadata.labels.tier' }),
    ).toHaveLength(2);
  });

  it.each([
    ['scheduling.k8s.io/v1', 'PriorityClass', 'value', { value: 1 }],
    ['batch/v1', 'Job', 'spec.completions', workload({ completions: 1 })],
    [
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      'spec.scope',
      workload({ scope: 'Cluster' }),
    ],
  ])('%s %s: %s', (apiVersion, kind, path, desired) => {
    const live = JSON.parse(
      JSON.stringify(desired).replace('1', '2').replace('Cluster', 'Other'),
    );
    expect(texts({ apiVersion, kind, path, desired, live })).toEqual([REPLACE]);
  });
});

describe('what must go for a change to be taken', () => {
  const update = (map: string, strategy: object) =>
    workload({ [map]: strategy });
  const rolling = { type: 'RollingUpdate', rollingUpdate: { partition: 0 } };

  it('is what the server filled in of a rolling update', () => {
    expect(
      texts({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        path: 'spec.strategy.type',
        desired: update('strategy', { type: 'Recreate' }),
        live: update('strategy', rolling),
      }),
    ).toEqual([
      `kubectl patch deployment/it --type=merge -p '{"spec":{"strategy":{"rollingUpdate":null,"type":"Recreate"}}}' -n shop`,
      APPLY,
    ]);
  });

  it('stays where a manifest is applied to a StatefulSet', () => {
    const [patch, file] = offered({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      path: 'spec.updateStrategy.type',
      desired: update('updateStrategy', { type: 'OnDelete' }),
      live: update('updateStrategy', rolling),
    });
    expect(patch.text).toContain('"rollingUpdate":null');
    expect(file.ends).toEqual([]);
    expect(file.warnings.map(({ severity }) => severity)).toContain('danger');
  });

  it('is the other source of a list of variables', () => {
    const from = (source: object) =>
      workload({
        template: { spec: { containers: [{ name: 'a', envFrom: [source] }] } },
      });
    const [patch] = texts({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      path: 'spec.template.spec.containers[name=a].envFrom[0].configMapRef',
      type: 'missing',
      desired: from({ configMapRef: { name: 'c' } }),
      live: from({ secretRef: { name: 's' } }),
    });
    expect(patch).toContain(
      '{"op":"remove","path":"/spec/template/spec/containers/0/envFrom/0/secretRef"}',
    );
  });

  it('is nothing, but an init container has its place before others', () => {
    const inits = (...names: string[]) =>
      workload({
        template: { spec: { initContainers: names.map(name => ({ name })) } },
      });
    const missing = (name: string, live: object) =>
      texts({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        path: `spec.template.spec.initContainers[name=${name}]`,
        type: 'missing',
        desired: inits('first', 'second'),
        live,
      });
    expect(missing('first', inits('second'))).toEqual([APPLY]);
    expect(missing('second', inits('first'))).toHaveLength(2);
  });
});

describe('what is lost when a file is replaced', () => {
  const selector = (app: string) =>
    workload({ selector: { matchLabels: { app } } });

  it('is everything that the file declares', () => {
    const [command] = offered({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      path: 'spec.selector.matchLabels.app',
      desired: selector('a'),
      live: selector('b'),
      beside: ['v1/PersistentVolumeClaim/shop/data', 'v1/Service/shop/web'],
    });
    expect(command.text).toBe(REPLACE);
    expect(command.warnings).toEqual([
      { severity: 'warning', title: 'Deletes Deployment/it' },
      {
        severity: 'danger',
        title: 'Deletes PersistentVolumeClaim/data',
        text: 'What is stored on its volume may go with it.',
      },
      {
        severity: 'warning',
        title:
          'Deletes 2 other objects of the file as well, and makes them anew',
        text: 'PersistentVolumeClaim/data, Service/web.',
      },
    ]);
  });

  it('is not what Git has', () => {
    const [command] = offered({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      path: 'data.a',
      desired: { data: { a: '1' } },
      live: { immutable: true, data: { a: '2' } },
    });
    expect(command.warnings).toEqual([
      { severity: 'warning', title: 'Deletes ConfigMap/it' },
    ]);
  });

  it('is no pod for its labels', () => {
    const commands = offered({
      apiVersion: 'v1',
      kind: 'Pod',
      path: 'metadata.labels.a',
      desired: {
        metadata: { name: 'it', namespace: 'shop', labels: { a: '1' } },
      },
      live: { metadata: { name: 'it', namespace: 'shop', labels: { a: '2' } } },
    });
    expect(commands.flatMap(({ warnings }) => warnings)).toEqual([]);
  });
});
