import { RestoreFinding, RestoreInput } from './RestoreInput';
import { restoreCommands } from './restoreCommands';

const REF = 'apps/v1/Deployment/shop/web';

const container = (image: string, more: object = {}) => ({
  name: 'api',
  image,
  ...more,
});

const deployment = (replicas: number, containers: object[], more = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', ...more },
  spec: { replicas, template: { spec: { containers } } },
});

function commands(
  findings: Array<Partial<RestoreFinding>>,
  input: Partial<RestoreInput> = {},
) {
  return restoreCommands({
    findings: findings.map(finding => ({
      ref: REF,
      path: '',
      type: 'changed',
      ...finding,
    })),
    desired: [deployment(3, [container('api:1')])],
    live: [deployment(5, [container('api:2')])],
    namespace: 'shop',
    ...input,
  });
}

const API = 'spec.template.spec.containers[name=api]';
const POD = '/spec/template/spec/containers/0';

describe('restoreCommands', () => {
  it('scales', () => {
    expect(commands([{ path: 'spec.replicas' }])).toEqual([
      {
        text: 'kubectl scale deployment/web --replicas=3 -n shop',
        tool: 'kubectl',
        does: 'Scales Deployment/web from 5 back to 3',
        warnings: [{ severity: 'warning', title: 'Ends 2 pods' }],
        ends: [{ ref: REF, path: 'spec.replicas', type: 'changed' }],
      },
    ]);
  });

  it('says that nothing is left at 0', () => {
    const [{ warnings }] = commands([{ path: 'spec.replicas' }], {
      desired: [deployment(0, [])],
    });
    expect(warnings).toEqual([
      { severity: 'danger', title: 'Scales to 0', text: 'No pod is left.' },
    ]);
  });

  it('sets an image and says how many pods start anew', () => {
    const [{ text, warnings }] = commands([{ path: `${API}.image` }], {
      context: 'prod eu',
    });
    expect(text).toBe(
      "kubectl set image deployment/web api=api:1 -n shop --context 'prod eu'",
    );
    expect(warnings).toEqual([
      {
        severity: 'warning',
        title: 'Restarts all 5 pods',
        text: 'A rolling update.',
      },
    ]);
  });

  it('sets variables and resources, one command per container', () => {
    const desired = container('api:1', {
      env: [
        { name: 'MODE', value: "it's $HOME" },
        { name: 'REF', valueFrom: { fieldRef: { fieldPath: 'x' } } },
      ],
      resources: { limits: { cpu: '1', memory: '1Gi' } },
    });
    const live = container('api:1', {
      env: [
        { name: 'MODE', value: 'slow' },
        { name: 'OLD', value: 'x' },
        { name: 'REF', value: 'x' },
      ],
      resources: { limits: { cpu: '2', memory: '2Gi' } },
    });
    const texts = commands(
      [
        { path: `${API}.env[name=MODE].value` },
        { path: `${API}.env[name=OLD]`, type: 'additive' },
        { path: `${API}.resources.limits.cpu` },
        { path: `${API}.resources.limits.memory` },
        { path: `${API}.env[name=REF].value`, type: 'additive' },
      ],
      { desired: [deployment(3, [desired])], live: [deployment(3, [live])] },
    ).map(({ text }) => text);
    expect(texts).toEqual([
      `kubectl set env deployment/web -c api 'MODE=it'\\''s $HOME' OLD- -n shop`,
      'kubectl set resources deployment/web -c api --limits=cpu=1,memory=1Gi -n shop',
      `kubectl patch deployment/web --type=json -p '[{"op":"test","path":"/spec/template/spec/containers/0/name","value":"api"},{"op":"test","path":"/spec/template/spec/containers/0/env/2/name","value":"REF"},{"op":"remove","path":"/spec/template/spec/containers/0/env/2/value"}]' -n shop`,
    ]);
  });

  it('sets labels and annotations', () => {
    const texts = commands(
      [
        { path: 'metadata.labels.team' },
        { path: 'metadata.labels.example.com/x', type: 'additive' },
        { path: 'metadata.annotations.example.com/y', type: 'additive' },
      ],
      {
        desired: [deployment(3, [], { labels: { team: 'a' } })],
        live: [
          deployment(3, [], {
            labels: { team: 'b', 'example.com/x': '1' },
            annotations: { 'example.com/y': '1' },
          }),
        ],
      },
    ).map(({ text }) => text);
    expect(texts).toEqual([
      'kubectl label deployment/web team=a example.com/x- --overwrite -n shop',
      'kubectl annotate deployment/web example.com/y- -n shop',
    ]);
  });

  it('applies the file last, with what else it brings and what it leaves', () => {
    const service = 'v1/Service/shop/web';
    const [, file] = commands([{ path: 'spec.replicas' }], {
      files: { [REF]: 'deploy/web.yaml', [service]: 'deploy/web.yaml' },
      others: [{ ref: service, path: 'spec.ports[0].port', type: 'changed' }],
    });
    expect(file.text).toBe('kubectl apply -f deploy/web.yaml -n shop');
    expect(file.warnings).toContainEqual({
      severity: 'info',
      title: 'Also sets 1 other difference back',
      text: 'spec.ports[0].port of Service/web.',
    });
  });

  it('knows that apply leaves what others added', () => {
    const [, file] = commands(
      [{ path: 'metadata.labels.x', type: 'additive' }],
      {
        live: [deployment(3, [], { labels: { x: '1' } })],
        files: { [REF]: 'web.yaml' },
      },
    );
    expect(file.ends).toEqual([]);
    expect(file.warnings[0].title).toBe(
      'Leaves 1 field that Git does not declare',
    );
  });

  it('asks the controller that runs the target', () => {
    const controller = {
      kind: 'Application',
      namespace: 'gitops',
      name: 'shop',
    };
    const [, sync] = commands([{ path: 'spec.replicas' }], {
      controller: { ...controller, kind: 'Application', isBehind: true },
    });
    expect(sync.text).toBe(
      'argocd app sync shop --app-namespace gitops --resource apps:Deployment:shop/web',
    );
    const [byHand, flux] = commands([{ path: 'spec.replicas' }], {
      controller: {
        kind: 'Kustomization',
        namespace: 'flux-system',
        name: 'shop',
        isBehind: true,
      },
    });
    expect(flux.text).toBe(
      'flux reconcile kustomization shop -n flux-system --with-source',
    );
    expect(byHand.warnings.at(-1)?.title).toBe('The controller may undo it');
  });

  it('deletes a pod with a debug container', () => {
    const ref = 'v1/Pod/shop/web-1';
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web-1', namespace: 'shop' },
      spec: { ephemeralContainers: [{ name: 'debugger' }] },
    };
    const path = 'spec.ephemeralContainers[name=debugger]';
    const finding = { ref, path, type: 'additive' as const };
    const [, file] = commands([finding], {
      live: [pod],
      desired: [{ ...pod, spec: {} }],
      files: { [ref]: 'pod.yaml' },
    });
    expect(file.text).toBe('kubectl replace --force -f pod.yaml -n shop');
    const [command] = commands([finding], { live: [pod], desired: [] });
    expect(command.text).toBe('kubectl delete pod/web-1 -n shop');
    expect(command.warnings[0]).toMatchObject({ severity: 'danger' });
  });

  it('deletes what Git does not declare, and says what is lost', () => {
    const ref = 'v1/PersistentVolumeClaim/shop/data';
    const [command] = commands([
      { ref, path: '$resource', type: 'object-unexpected' },
    ]);
    expect(command.text).toBe(
      'kubectl delete persistentvolumeclaim/data -n shop',
    );
    expect(command.warnings).toEqual([
      {
        severity: 'danger',
        title: 'Deletes PersistentVolumeClaim/data',
        text: 'What is stored on its volume may go with it.',
      },
    ]);
  });

  it('makes anew what cannot be changed in place', () => {
    const [command, ...others] = commands(
      [{ path: 'spec.selector.matchLabels.a' }],
      {
        files: { [REF]: 'web.yaml' },
      },
    );
    expect(others).toEqual([]);
    expect(command.text).toBe('kubectl replace --force -f web.yaml -n shop');
    expect(command.warnings[0].severity).toBe('warning');
  });

  it('never writes a secret', () => {
    const secret = (value: string) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's', namespace: 'shop' },
      data: { a: value },
    });
    const env = (value: string) => ({ env: [{ name: 'API_TOKEN', value }] });
    const all = commands(
      [
        { ref: 'v1/Secret/shop/s', path: 'data.a' },
        { path: `${API}.env[name=API_TOKEN].value` },
        { path: `${API}.env[name=API_TOKEN]`, type: 'missing' },
      ],
      {
        desired: [
          secret('aHVudGVyMg=='),
          deployment(3, [container('a', env('hunter2'))]),
        ],
        live: [
          secret('b3RoZXI='),
          deployment(3, [container('a', env('other'))]),
        ],
        files: { 'v1/Secret/shop/s': 's.yaml' },
      },
    );
    expect(all.map(({ text }) => text)).toEqual([
      'kubectl apply -f s.yaml -n shop',
    ]);
    expect(JSON.stringify(all)).not.toMatch(
      /hunter2|aHVudGVyMg|other"|b3RoZXI/,
    );
  });

  it('takes away what rules a field out', () => {
    const pod = (source: object, probe: object) =>
      deployment(3, [
        container('api:1', { env: [{ name: 'A', ...source }], ...probe }),
      ]);
    const live = pod(
      { value: 'x' },
      { livenessProbe: { tcpSocket: { port: 1 } } },
    );
    const ref = { fieldRef: { fieldPath: 'metadata.name' } };
    const desired = pod(
      { valueFrom: ref },
      { livenessProbe: { httpGet: { port: 1 } } },
    );
    const [narrow, file] = commands(
      [
        { path: `${API}.env[name=A].valueFrom`, type: 'missing' },
        { path: `${API}.livenessProbe.httpGet`, type: 'missing' },
      ],
      { desired: [desired], live: [live], files: { [REF]: 'web.yaml' } },
    );
    const operations = JSON.parse(/'(.*)'/.exec(narrow.text)?.[1] ?? '');
    expect(operations.slice(2)).toEqual([
      { op: 'add', path: `${POD}/env/0/valueFrom`, value: ref },
      { op: 'add', path: `${POD}/livenessProbe/httpGet`, value: { port: 1 } },
      { op: 'remove', path: `${POD}/livenessProbe/tcpSocket` },
      { op: 'remove', path: `${POD}/env/0/value` },
    ]);
    expect(file.ends).toEqual([]);
    expect(file.warnings).toContainEqual({
      severity: 'danger',
      title: 'The server refuses it as things are',
      text: `${API}.env[name=A].value must go before ${API}.env[name=A].valueFrom can be set, and apply leaves it.`,
    });
  });

  it('sets a variable to its value and so ends where it came from', () => {
    const env = (source: object) =>
      deployment(3, [container('api:1', { env: [{ name: 'A', ...source }] })]);
    const all = commands(
      [
        { path: `${API}.env[name=A].value`, type: 'missing' },
        { path: `${API}.env[name=A].valueFrom`, type: 'additive' },
      ],
      {
        desired: [env({ value: 'x' })],
        live: [env({ valueFrom: { fieldRef: { fieldPath: 'a' } } })],
      },
    );
    expect(all.map(({ text }) => text)).toEqual([
      'kubectl set env deployment/web -c api A=x -n shop',
    ]);
    expect(all[0].ends).toHaveLength(2);
  });

  it('knows ports that apply mixes up', () => {
    const ref = 'v1/Service/shop/dns';
    const service = (ports: object[]) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'dns', namespace: 'shop' },
      spec: { ports },
    });
    const [tcp, udp] = ['TCP', 'UDP'].map(protocol => ({
      port: 53,
      name: protocol.toLowerCase(),
      protocol,
    }));
    const titles = (live: object[], path: string) =>
      commands([{ ref, path, type: 'missing' }], {
        desired: [service([tcp, udp])],
        live: [service(live)],
        files: { [ref]: 'dns.yaml' },
      })
        .at(-1)
        ?.warnings.map(({ title }) => title);
    expect(titles([tcp], 'spec.ports[port=53,protocol=UDP]')).toEqual([
      'Mixes up ports of the same number',
    ]);
    expect(
      titles([tcp, { ...udp, port: 54 }], 'spec.ports[port=53,protocol=UDP]'),
    ).toContain('The server refuses it as things are');
  });

  it('reads the stringData of a Secret as its data', () => {
    const ref = 'v1/Secret/shop/s';
    const secret = (more: object) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's', namespace: 'shop' },
      ...more,
    });
    const [file, ...others] = commands([{ ref, path: 'data.a' }], {
      desired: [secret({ stringData: { a: 'hunter2' } })],
      live: [secret({ data: { a: 'b3RoZXI=' } })],
      files: { [ref]: 's.yaml' },
    });
    expect(others).toEqual([]);
    expect(file.ends).toHaveLength(1);
    expect(file.warnings.map(({ severity }) => severity)).toEqual(['info']);
  });
});
