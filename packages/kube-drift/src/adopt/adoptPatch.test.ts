import { AdoptChange } from './AdoptChange';
import { adoptPatch } from './adoptPatch';

const REF = 'apps/v1/Deployment/shop/web';

const DEPLOYMENT = `# the shop
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels:
    app: web
    tier: 'front' # who sees it
spec:
  # sized for Black Friday
  replicas: 3

  template:
    spec:
      containers:
        - name: api # keep first, the sidecar follows
          image: "registry.example.com/api:1.0"
          args: [--verbose, --port=80]
          env:
            - name: MODE
              value: fast
            - name: OLD
              value: x
        - name: sidecar
          image: proxy:2
`;

function adopt(change: Partial<AdoptChange>, source = DEPLOYMENT) {
  return adoptPatch(
    source,
    [{ ref: REF, path: '', type: 'changed', ...change }],
    { file: 'deploy/web.yaml' },
  );
}

/** Lines that a patch takes out and puts in. */
function changedLines(patch: string): string[] {
  return patch
    .split('\n')
    .filter(line => /^[-+]/.test(line) && !/^(?:---|\+\+\+) /.test(line));
}

const ENV = 'spec.template.spec.containers[name=api].env';

describe('adoptPatch', () => {
  it.each<[string, Partial<AdoptChange>, string[]]>([
    [
      'a number',
      { path: 'spec.replicas', live: 5 },
      ['-  replicas: 3', '+  replicas: 5'],
    ],
    [
      'a text in its quotes',
      {
        path: 'spec.template.spec.containers[name=api].image',
        live: 'registry.example.com/api:1.1',
      },
      [
        '-          image: "registry.example.com/api:1.0"',
        '+          image: "registry.example.com/api:1.1"',
      ],
    ],
    [
      'a text before a comment',
      { path: 'metadata.labels.tier', live: "it's" },
      ["-    tier: 'front' # who sees it", "+    tier: 'it''s' # who sees it"],
    ],
    [
      'a text that would be read as a number',
      { path: `${ENV}[name=MODE].value`, live: '1.20' },
      ['-              value: fast', '+              value: "1.20"'],
    ],
    [
      'a field that is gone, with the comment that spoke of it',
      { path: 'spec.replicas', type: 'missing' },
      ['-  # sized for Black Friday', '-  replicas: 3'],
    ],
    [
      'a label that was added, among sorted ones',
      {
        path: 'metadata.labels.example.com/team',
        type: 'additive',
        live: 'yes',
      },
      ['+    example.com/team: "yes"'],
    ],
    [
      'a variable that was added',
      {
        path: `${ENV}[name=NEW]`,
        type: 'additive',
        live: { name: 'NEW', value: '0644' },
      },
      ['+            - name: NEW', '+              value: "0644"'],
    ],
    [
      'a variable that is gone',
      { path: `${ENV}[name=OLD]`, type: 'missing' },
      ['-            - name: OLD', '-              value: x'],
    ],
    [
      'one of a list in brackets',
      {
        path: 'spec.template.spec.containers[name=api].args',
        live: ['--verbose', '--port=81', '--trace'],
      },
      [
        '-          args: [--verbose, --port=80]',
        '+          args: [--verbose, --port=81, --trace]',
      ],
    ],
    [
      'a map where there was none, without defaults of the server',
      {
        path: 'spec.template.spec.containers[name=sidecar].readinessProbe',
        type: 'additive',
        live: {
          failureThreshold: 3,
          periodSeconds: 10,
          successThreshold: 1,
          timeoutSeconds: 1,
          httpGet: { path: '/ready', port: 80, scheme: 'HTTP' },
        },
      },
      [
        '+          readinessProbe:',
        '+            httpGet:',
        '+              path: /ready',
        '+              port: 80',
      ],
    ],
    [
      'an annotation where there were none',
      {
        path: 'metadata.annotations.example.com/note',
        type: 'additive',
        live: 'a: b',
      },
      ['+  annotations:', '+    example.com/note: "a: b"'],
    ],
  ])('writes %s', (_, change, expected) => {
    const { patch, notAdopted, adopted } = adopt(change);
    expect(notAdopted).toEqual([]);
    expect(changedLines(patch)).toEqual(expected);
    expect(adopted).toEqual([{ ref: REF, path: change.path }]);
  });

  it.each<[string, Partial<AdoptChange>, RegExp]>([
    [
      'a debug container',
      { path: 'spec.ephemeralContainers[name=x]', type: 'additive', live: {} },
      /no place in Git/,
    ],
    ['status', { path: 'status.replicas', live: 1 }, /API server writes/],
    [
      'the trace of a restart',
      {
        path: 'spec.template.metadata.annotations.kubectl.kubernetes.io/restartedAt',
        type: 'additive',
        live: '2026-01-01T00:00:00Z',
      },
      /restart/,
    ],
    [
      'what an autoscaler sets',
      {
        path: 'spec.replicas',
        live: 7,
        verdict: 'expected',
        reason: 'HorizontalPodAutoscaler web sets it within 2–10',
      },
      /expected: HorizontalPodAutoscaler web/,
    ],
    [
      'a variable that is a secret by its name',
      {
        path: `${ENV}[name=DB_PASSWORD]`,
        type: 'additive',
        live: { name: 'DB_PASSWORD', value: 'hunter2' },
      },
      /secret values/,
    ],
    [
      'an object that is gone',
      { path: '$resource', type: 'object-missing' },
      /nothing is live/,
    ],
    [
      'an object of another file',
      { ref: 'apps/v1/Deployment/shop/other', path: 'spec.replicas', live: 1 },
      /no manifest of this file/,
    ],
    ['what is so already', { path: 'spec.replicas', live: 3 }, /already/],
  ])('leaves out %s', (_, change, reason) => {
    const result = adopt(change);
    expect(result.text).toBe(DEPLOYMENT);
    expect(result.patch).toBe('');
    expect(result.notAdopted).toHaveLength(1);
    expect(result.notAdopted[0].reason).toMatch(reason);
  });

  it('puts a map in the place of another one behind a dash', () => {
    const source = [
      'apiVersion: networking.k8s.io/v1',
      'kind: NetworkPolicy',
      'metadata: { name: a }',
      'spec:',
      '  ingress:',
      '  - from:',
      '    - podSelector:',
      '        matchLabels: { app: web }',
      '    -   ipBlock: { cidr: 10.0.0.0/8 } # the office',
      '',
    ].join('\n');
    const { patch, notAdopted } = adoptPatch(
      source,
      [
        {
          ref: 'networking.k8s.io/v1/NetworkPolicy/shop/a',
          path: 'spec.ingress[0].from',
          type: 'changed',
          live: [
            { namespaceSelector: { matchLabels: { a: 'b' } } },
            { ipBlock: { cidr: '10.1.0.0/16' } },
          ],
        },
      ],
      { file: 'a.yaml' },
    );
    expect(notAdopted).toEqual([]);
    expect(changedLines(patch)).toEqual([
      '-    - podSelector:',
      '-        matchLabels: { app: web }',
      '-    -   ipBlock: { cidr: 10.0.0.0/8 } # the office',
      '+    - namespaceSelector:',
      '+        matchLabels:',
      '+          a: b',
      '+    -   ipBlock: { cidr: 10.1.0.0/16 } # the office',
    ]);
  });

  it('refuses a value that others share by an anchor', () => {
    const source = `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels: &labels
    app: web
  annotations: *labels
data:
  <<: *labels
`;
    const ref = 'v1/ConfigMap/shop/web';
    const paths = [
      'metadata.labels.app',
      'metadata.annotations.app',
      'data.app',
    ];
    const { text, notAdopted } = adoptPatch(
      source,
      paths.map(path => ({ ref, path, type: 'changed' as const, live: 'x' })),
      { file: 'c.yaml' },
    );
    expect(text).toBe(source);
    expect(notAdopted.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('share the value by the anchor &labels'),
      expect.stringContaining('comes from the anchor &labels'),
      expect.stringContaining('merge key'),
    ]);
  });

  it('patches JSON as JSON, and an item of a List', () => {
    const source = `{
  "apiVersion": "v1",
  "kind": "List",
  "items": [
    {
      "apiVersion": "v1",
      "kind": "ConfigMap",
      "metadata": { "name": "a" },
      "data": {
        "mode": "x"
      }
    }
  ]
}
`;
    const ref = 'v1/ConfigMap/shop/a';
    const { patch, notAdopted } = adoptPatch(
      source,
      [
        { ref, path: 'data.mode', type: 'changed', live: 'yes' },
        { ref, path: 'data.more', type: 'additive', live: 'a\nb\n' },
        { ref, path: 'metadata.labels.a', type: 'additive', live: '1' },
      ],
      { file: 'a.json' },
    );
    expect(notAdopted).toEqual([]);
    expect(changedLines(patch)).toEqual([
      '-      "metadata": { "name": "a" },',
      '+      "metadata": { "name": "a", "labels": {"a": "1"} },',
      '-        "mode": "x"',
      '+        "mode": "yes",',
      '+        "more": "a\\nb\\n"',
    ]);
  });

  it('keeps CRLF, and a file without a newline at its end', () => {
    const source =
      'apiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: a\r\ndata:\r\n  a: "1"';
    const ref = 'v1/ConfigMap/shop/a';
    const { text, patch } = adoptPatch(
      source,
      [{ ref, path: 'data.b', type: 'additive', live: 'x' }],
      { file: 'a.yaml' },
    );
    expect(text).toBe(`${source}\r\n  b: x`);
    expect(patch).toContain('\\ No newline at end of file');
  });

  it('changes one line of a text in block style', () => {
    const source = `apiVersion: v1
kind: ConfigMap
metadata: {name: a}
data:
  app.conf: |
    a = 1
    b = 2

    c = 3
  other: x
`;
    const { patch } = adoptPatch(
      source,
      [
        {
          ref: 'v1/ConfigMap/shop/a',
          path: 'data.app.conf',
          type: 'changed',
          live: 'a = 1\nb = 22\n\nc = 3\n',
        },
      ],
      { file: 'a.yaml' },
    );
    expect(changedLines(patch)).toEqual(['-    b = 2', '+    b = 22']);
  });

  it('chooses the document of the object, and the last one of several', () => {
    const one = (replicas: number) =>
      `---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: ${replicas}\n`;
    const { text } = adopt(
      { path: 'spec.replicas', live: 9 },
      `${one(1)}---\n# nothing\n${one(2)}`,
    );
    expect(text).toBe(`${one(1)}---\n# nothing\n${one(9)}`);
  });

  it('shows no secret beside what it changes', () => {
    const source = `apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  containers:
    - name: a
      env:
        - name: MODE
          value: fast
        - name: LEVEL
          value: low
        - name: DB_PASSWORD
          value: hunter2
`;
    const live = (name: string, value: string) => ({
      ref: 'v1/Pod/shop/a',
      path: `spec.containers[name=a].env[name=${name}].value`,
      type: 'changed' as const,
      live: value,
    });
    const near = adoptPatch(source, [live('LEVEL', 'high')], { file: 'a' });
    expect(near.patch).not.toContain('hunter2');
    expect(near.notAdopted).toEqual([]);
    const beside = adoptPatch(
      source.replace(
        /- name: DB_PASSWORD\n {10}value: hunter2/,
        '- value: hunter2\n          name: DB_PASSWORD',
      ),
      [live('LEVEL', 'high')],
      { file: 'a' },
    );
    expect(beside.patch).toBe('');
    expect(beside.notAdopted[0].reason).toMatch(/must not be shown/);
  });

  it('shows no secret that stands at an anchor', () => {
    const source = `apiVersion: v1
kind: Pod
metadata:
  name: a
  annotations:
    example.com/level: low
    example.com/x: &password hunter2
    example.com/y: z
spec:
  containers:
    - name: a
      env:
        - name: DB_PASSWORD
          value: *password
`;
    const { patch, notAdopted } = adoptPatch(
      source,
      [
        {
          ref: 'v1/Pod/shop/a',
          path: 'metadata.annotations.example.com/level',
          type: 'changed',
          live: 'high',
        },
      ],
      { file: 'a' },
    );
    expect(patch).toBe('');
    expect(notAdopted[0].reason).toMatch(/must not be shown/);
  });
});
