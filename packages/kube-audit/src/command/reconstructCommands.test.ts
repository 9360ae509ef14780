import { request, type RequestOf } from '../__fixtures__/auditEvent';
import type { AuditEvent } from '../event/AuditEvent';
import type { NormalizedEvent } from '../event/NormalizedEvent';
import { reconstructCommands } from './reconstructCommands';

const shown = (...events: NormalizedEvent[]) =>
  reconstructCommands(events).commands.flatMap(c =>
    c ? [`${c.text} [${c.confidence}]`] : [],
  );

const sequence = (...requests: RequestOf[]) =>
  shown(...requests.map(r => request(r)));

const WEB = 'deployments.apps/web';
const curl: Partial<AuditEvent> = { userAgent: 'curl/8.5.0' };
const METADATA: Partial<AuditEvent> = {
  level: 'Metadata',
  requestObject: undefined,
  responseObject: undefined,
};

describe('reconstructCommands', () => {
  it('folds the read into the write it belongs to', () => {
    expect(
      sequence(
        { verb: 'get', object: WEB },
        {
          verb: 'patch',
          object: `${WEB}/scale`,
          body: { spec: { replicas: 3 } },
        },
      ),
    ).toEqual(['kubectl scale deployments web --replicas=3 -n shop [exact]']);
  });

  it('says less where the body was not recorded', () => {
    const patch = {
      verb: 'patch',
      object: WEB,
      query: 'fieldManager=kubectl-set',
    };
    const image = {
      spec: {
        template: { spec: { containers: [{ name: 'web', image: 'web:2' }] } },
      },
    };
    expect(sequence({ ...patch, body: image })).toEqual([
      'kubectl set image deployments web web=web:2 -n shop [exact]',
    ]);
    expect(shown(request(patch, METADATA))).toEqual([
      'kubectl set <what> deployments web -n shop [likely]',
    ]);
  });

  it.each<[string, RequestOf[], string[]]>([
    [
      'several names',
      [
        { verb: 'get', object: 'pods/a' },
        { verb: 'get', object: 'pods/b' },
      ],
      ['kubectl get pods a b -n shop [approximate]'],
    ],
    [
      'several types',
      [
        { verb: 'list', object: 'pods/', query: 'limit=500' },
        { verb: 'list', object: 'services/', query: 'limit=500' },
      ],
      ['kubectl get pods,services -n shop [likely]'],
    ],
    [
      'a selector',
      [
        { verb: 'list', object: 'pods/', query: 'labelSelector=a%3Db' },
        { verb: 'delete', object: 'pods/x', body: {} },
        { verb: 'delete', object: 'pods/y', body: {} },
      ],
      ['kubectl delete pods -l a=b -n shop [likely]'],
    ],
    [
      'describe',
      [
        { verb: 'get', object: 'pods/a' },
        { verb: 'get', object: 'pods/a' },
        {
          verb: 'list',
          object: 'events/',
          query: 'fieldSelector=involvedObject.uid%3D7',
        },
      ],
      ['kubectl describe pods a -n shop [likely]'],
    ],
    [
      'exec by way of a Deployment',
      [
        { verb: 'get', object: WEB },
        { verb: 'list', object: 'pods/', query: 'labelSelector=app%3Dweb' },
        {
          verb: 'get',
          object: 'pods/web-1/exec',
          query: 'command=ls&command=-l&container=c',
          code: 101,
        },
      ],
      ['kubectl exec deployments/web -c c -n shop -- ls -l [likely]'],
    ],
    [
      'cp into a pod',
      [
        {
          verb: 'get',
          object: 'pods/a/exec',
          query: 'command=test&command=-d&command=%2Ftmp%2Fx',
          code: 101,
        },
        {
          verb: 'get',
          object: 'pods/a/exec',
          query: 'command=tar&command=-xmf&command=-&stdin=true',
          code: 101,
        },
      ],
      ['kubectl cp <local> a:/tmp/x -n shop [likely]'],
    ],
    [
      'an edit after a long think',
      [
        {
          verb: 'patch',
          object: 'configmaps/c',
          query: 'fieldManager=kubectl-edit',
          body: {},
        },
      ],
      ['kubectl edit configmaps c -n shop [exact]'],
    ],
    [
      'a drain',
      [
        {
          verb: 'patch',
          object: 'nodes/n1',
          namespace: null,
          body: { spec: { unschedulable: true } },
        },
        {
          verb: 'list',
          object: 'pods/',
          namespace: null,
          query: 'fieldSelector=spec.nodeName%3Dn1&limit=500',
        },
        { verb: 'create', object: 'pods/a/eviction', body: {} },
        { verb: 'create', object: 'pods/b/eviction', body: {} },
      ],
      ['kubectl drain n1 [exact]'],
    ],
    [
      'a diff',
      [
        {
          verb: 'patch',
          object: WEB,
          query: 'dryRun=All&fieldManager=kubectl-client-side-apply',
          body: {},
        },
      ],
      ['kubectl diff -f <file>  # deployments/web in shop [likely]'],
    ],
    [
      'labels taken and given',
      [
        {
          verb: 'patch',
          object: 'pods/a',
          query: 'fieldManager=kubectl-label',
          body: { metadata: { labels: { x: 'a b', y: null } } },
        },
      ],
      ["kubectl label pods a 'x=a b' y- -n shop [exact]"],
    ],
  ])('reads %s', (_, requests, expected) => {
    expect(sequence(...requests)).toEqual(expected);
  });

  it('shows one line for the stages of a request, at its first event', () => {
    const logs = { verb: 'get', object: 'pods/a/log', query: 'follow=true' };
    const at = {
      auditID: 'x',
      requestReceivedTimestamp: '2026-01-05T10:00:00Z',
    };
    const { commands, heads } = reconstructCommands([
      request(logs, { ...at, stage: 'ResponseStarted' }),
      request(logs, at),
    ]);
    expect(commands.map(c => c?.text)).toEqual([
      'kubectl logs a -f -n shop',
      undefined,
    ]);
    expect(heads).toEqual([0, 0]);
  });

  it('never says that another client ran kubectl', () => {
    expect(shown(request({ verb: 'delete', object: 'pods/a' }, curl))).toEqual([
      'kubectl delete pods a -n shop [equivalent]',
    ]);
  });

  it('hides discovery', () => {
    const discovery = {
      objectRef: undefined,
      requestURI: '/openapi/v3?timeout=32s',
    };
    expect(
      shown(request({ verb: 'get', object: 'pods/a' }, discovery)),
    ).toEqual([]);
  });

  it('keeps clients apart', () => {
    const omar = { user: { username: 'omar' } };
    expect(
      shown(
        request({ verb: 'get', object: WEB }),
        request(
          {
            verb: 'patch',
            object: WEB,
            query: 'fieldManager=kubectl-label',
            body: {},
          },
          omar,
        ),
      ),
    ).toHaveLength(2);
  });

  it('adds the flags of impersonation without the implied groups', () => {
    const as = {
      username: 'system:serviceaccount:ci:x',
      groups: [
        'system:serviceaccounts',
        'system:serviceaccounts:ci',
        'system:authenticated',
        'ops',
      ],
    };
    expect(
      shown(
        request(
          { verb: 'list', object: 'pods/', query: 'limit=500' },
          { impersonatedUser: as },
        ),
      ),
    ).toEqual([
      'kubectl get pods -n shop --as=system:serviceaccount:ci:x --as-group=ops [likely]',
    ]);
  });

  it('shows no secret values', () => {
    const secret = {
      kind: 'Secret',
      type: 'Opaque',
      metadata: { name: 's' },
      data: { key: 'aHVudGVyMg==' },
    };
    const env = {
      spec: {
        template: {
          spec: {
            containers: [
              { name: 'a', env: [{ name: 'DB_PASSWORD', value: 'hunter2' }] },
            ],
          },
        },
      },
    };
    const lines = sequence(
      {
        verb: 'create',
        object: 'secrets/s',
        query: 'fieldManager=kubectl-create',
        body: secret,
      },
      {
        verb: 'patch',
        object: 'secrets/s',
        query: 'fieldManager=kubectl-patch',
        body: { stringData: { a: 'hunter2' } },
      },
      {
        verb: 'patch',
        object: WEB,
        query: 'fieldManager=kubectl-set',
        body: env,
      },
    ).join('\n');
    expect(lines).not.toMatch(/hunter2|aHVudGVyMg/);
    expect(lines).toContain('redacted');
  });

  it('quotes what a hostile client sent', () => {
    expect(
      sequence({
        verb: 'get',
        object: 'pods/a/exec',
        query: 'command=sh&command=-c&command=%24(reboot)%1b',
        code: 101,
      }),
    ).toEqual(["kubectl exec a -n shop -- sh -c $'$(reboot)\\033' [exact]"]);
  });

  it('reads a crowded session in time proportional to it', () => {
    const at = { requestReceivedTimestamp: '2026-01-05T10:00:00Z' };
    const crowd = Array.from({ length: 3000 }, (_, i) =>
      request({ verb: 'delete', object: `pods/p${i}`, body: {} }, at),
    );
    const started = performance.now();
    expect(shown(...crowd).length).toBeGreaterThan(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
