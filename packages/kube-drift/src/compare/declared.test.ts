import { FindingResult } from '../Comparison';
import { DiffOptions } from '../DiffOptions';
import { diffManifests } from '../diffManifests';
import { asLive, configMap, container, deployment } from '../fixtures/objects';
import { JsonMap, JsonValue } from '../values/json';
import { KubeObject, readManifests } from '../yaml/readManifests';

function compare(
  desired: KubeObject,
  live: KubeObject | undefined,
  options?: DiffOptions,
) {
  const { objects } = diffManifests([desired], live ? [live] : null, options);
  return objects[0];
}

function paths(findings: FindingResult[]): string[] {
  return findings.map(({ type, path }) => `${type} ${path}`);
}

function custom(spec: JsonValue): KubeObject {
  return {
    apiVersion: 'example.com/v1',
    kind: 'Widget',
    metadata: { name: 'blue', namespace: 'shop' },
    spec,
  };
}

describe('declared fields', () => {
  it('are in sync with themselves, whatever the server adds', () => {
    const live = asLive(deployment(), {}, object => {
      container(object).imagePullPolicy = 'IfNotPresent';
      container(object).ports = [{ containerPort: 8080, protocol: 'TCP' }];
      (object.spec as JsonMap).revisionHistoryLimit = 10;
    });
    expect(compare(deployment(), live)).toEqual({
      ref: 'apps/v1/Deployment/shop/web',
      verdict: 'none',
      findings: [],
    });
  });

  it('compare by what they mean', () => {
    const live = asLive(deployment(), {}, object => {
      container(object).resources = { requests: { cpu: 1, memory: '1024Mi' } };
      container(object).env = [
        { name: 'REGION', value: 'eu-1' },
        { name: 'LOG_LEVEL', value: 'info' },
      ];
    });
    expect(compare(deployment(), live).verdict).toBe('none');
  });

  it('are told by the key of their list element', () => {
    const live = asLive(deployment({ replicas: 3 }), {}, object => {
      container(object).env = [{ name: 'LOG_LEVEL', value: 'debug' }];
      container(object).ports = [{ containerPort: 9090, protocol: 'TCP' }];
    });
    const result = compare(deployment(), live);
    expect(result.verdict).toBe('drift');
    const prefix = 'spec.template.spec.containers[name=web]';
    expect(paths(result.findings)).toEqual([
      'changed spec.replicas',
      `changed ${prefix}.env[name=LOG_LEVEL].value`,
      `missing ${prefix}.env[name=REGION]`,
      `missing ${prefix}.ports[containerPort=8080,protocol=TCP]`,
    ]);
    expect(result.findings[0]).toMatchObject({ desired: 1, live: 3 });
  });

  it('note where Git declares a key twice', () => {
    const withEnv = (...env: JsonMap[]) => {
      const object = deployment();
      container(object).env = env;
      return object;
    };
    const [one, two, other] = [
      { name: 'MODE', value: 'a' },
      { name: 'MODE', value: 'b' },
      { name: 'ZONE', value: 'x' },
    ];
    const desired = withEnv(one, two, other);
    const changed = { ...other, value: 'y' };
    const { findings } = compare(desired, asLive(withEnv(two, two, changed)));
    expect(findings.map(({ path, reason }) => [path, reason])).toEqual([
      [expect.stringContaining('MODE'), expect.stringContaining('2 times')],
      [expect.stringContaining('ZONE'), undefined],
    ]);
  });

  it('pair duplicates of a key by occurrence', () => {
    const twice = [
      { name: 'A', value: '1' },
      { name: 'A', value: '2' },
    ];
    const desired = deployment();
    container(desired).env = twice;
    expect(compare(desired, asLive(desired)).verdict).toBe('none');
    const live = asLive(desired, {}, object => {
      container(object).env = twice.slice(0, 1);
    });
    expect(compare(desired, live).findings).toHaveLength(1);
  });

  it.each<[string, JsonMap]>([
    ['zero', { minReadySeconds: 0 }],
    ['false', { paused: false }],
    ['empty', { strategy: {} }],
    ['null', { progressDeadlineSeconds: null }],
  ])('of a built-in type may be left out when %s', (_, spec) => {
    expect(compare(deployment(spec), asLive(deployment())).verdict).toBe(
      'none',
    );
  });

  it('that are null in a list are empty there', () => {
    const withArgs = (...args: JsonValue[]) => {
      const object = deployment();
      container(object).args = args;
      return object;
    };
    const verdict = (live: JsonValue) =>
      compare(withArgs('-v', null), asLive(withArgs('-v', live))).verdict;
    expect(verdict('')).toBe('none');
    expect(verdict('x')).toBe('drift');
  });

  it('lose to a duplicate that only live has', () => {
    const live = (...variables: JsonMap[]) =>
      asLive(deployment(), {}, copy => {
        const env = container(copy).env as JsonValue[];
        env.push(...variables);
      });
    const again = (value: string) => ({ name: 'LOG_LEVEL', value });
    const findings = (found: KubeObject) =>
      compare(deployment(), found).findings;
    expect(findings(live(again('debug'), again('trace')))).toMatchObject([
      {
        path: 'spec.template.spec.containers[name=web].env[name=LOG_LEVEL]',
        type: 'additive',
        verdict: 'drift',
        direction: 'live-changed',
        live: again('debug'),
        reason: expect.stringContaining('more often than Git'),
      },
    ]);
    expect(findings(live(again('info')))).toEqual([]);
  });

  it('of a number that cannot be zero mean the default when zero', () => {
    const probe = (timeoutSeconds: number) => {
      const object = deployment();
      container(object).livenessProbe = { timeoutSeconds };
      return object;
    };
    expect(compare(probe(0), asLive(probe(1))).verdict).toBe('none');
    expect(compare(probe(0), asLive(probe(2))).verdict).toBe('drift');
    expect(
      compare(deployment({ replicas: 0 }), asLive(deployment())).verdict,
    ).toBe('drift');
  });

  it('of a custom resource count as they stand', () => {
    const live = asLive(custom({ size: 1 }));
    expect(compare(custom({ size: 1, on: false }), live).verdict).toBe('drift');
    expect(compare(custom({ size: 1, on: null }), live).verdict).toBe('none');
  });

  it('equal either reading of an ambiguous word', () => {
    const text = (word: string) =>
      `apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: blue, namespace: shop}\nspec: {enabled: ${word}}`;
    const verdict = (word: string, live: JsonValue) =>
      diffManifests(text(word), [custom({ enabled: live })]).objects[0].verdict;
    expect(verdict('yes', true)).toBe('none');
    expect(verdict('yes', 'yes')).toBe('none');
    expect(verdict('yes', 'true')).toBe('drift');
    expect(verdict('"yes"', true)).toBe('drift');
  });

  it('keep every digit of an integer', () => {
    const text = (id: string) =>
      `{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"id":${id}}}`;
    const compared = diffManifests(
      text('9007199254740993'),
      text('9007199254740992'),
    );
    expect(compared.objects[0].findings[0]).toMatchObject({
      path: 'spec.id',
      desired: '9007199254740993',
    });
    expect(JSON.stringify(compared)).toContain('9007199254740993');
  });

  it('absorb defaults inside an atomic list', () => {
    const role = (rule: JsonMap): KubeObject => ({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: { name: 'a' },
      webhooks: [{ name: 'x', rules: [rule] }],
    });
    const rule = { operations: ['CREATE'], resources: ['pods'] };
    expect(compare(role(rule), role({ ...rule, scope: '*' })).verdict).toBe(
      'none',
    );
    expect(
      compare(role(rule), role({ ...rule, resources: ['jobs'] })).findings,
    ).toHaveLength(1);
  });

  it('expect another order of a long list of texts', () => {
    const role = (verbs: string[]): KubeObject => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'many' },
      rules: [{ apiGroups: [''], resources: ['pods'], verbs }],
    });
    const verbs = Array.from({ length: 1_000 }, (_, at) => `verb-${at}`);
    const [first, ...rest] = verbs;
    const verdicts = (live: string[]) =>
      compare(role(verbs), role(live)).findings.map(({ verdict }) => verdict);
    expect(verdicts([...rest, first])).toEqual(['expected']);
    expect(verdicts([...rest, rest[0]])).toEqual(['drift']);
  });

  it('are found however deep lists stand in lists', () => {
    const thing = (leaf: string): KubeObject => {
      let spec: JsonMap = { leaf };
      for (let depth = 0; depth < 100; depth++) {
        spec = { rules: [spec, { depth }] };
      }
      return {
        apiVersion: 'example.com/v1',
        kind: 'Thing',
        metadata: { name: 'deep', namespace: 'shop' },
        spec,
      };
    };
    const { findings } = compare(thing('a'), thing('b'));
    expect(findings.map(({ path }) => path)).toEqual([
      `spec${'.rules[0]'.repeat(100)}.leaf`,
    ]);
  });

  it('expect another order where order means nothing', () => {
    const role = (verbs: string[]): KubeObject => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'a', namespace: 'shop' },
      rules: [{ apiGroups: [''], resources: ['pods'], verbs }],
    });
    const same = compare(role(['get', 'list']), role(['list', 'get']));
    expect(same).toMatchObject({
      verdict: 'none',
      findings: [{ verdict: 'expected', path: 'rules[0].verbs' }],
    });
    const args = (list: string[]) => {
      const object = deployment();
      container(object).args = list;
      return object;
    };
    expect(compare(args(['a', 'b']), args(['b', 'a'])).verdict).toBe('drift');
  });

  it('tell where they stand in Git', () => {
    const text = `apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: shop}
data:
  mode: fast
`;
    const { objects } = readManifests(text, {
      file: 'a.yaml',
      positions: true,
    });
    const result = diffManifests(objects, [configMap({ mode: 'slow' })], {
      commit: 'abc',
    });
    expect(result.objects[0].findings[0].source).toEqual({
      file: 'a.yaml',
      line: 5,
      commit: 'abc',
    });
  });

  it('leave the inputs alone', () => {
    const desired = Object.freeze(deployment());
    const live = Object.freeze(asLive(deployment({ replicas: 2 })));
    const before = JSON.stringify([desired, live]);
    diffManifests([desired], [live]);
    expect(JSON.stringify([desired, live])).toBe(before);
  });
});
