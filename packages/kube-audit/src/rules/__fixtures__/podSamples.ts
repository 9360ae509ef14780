import {
  one,
  controller,
  METADATA,
  exec,
  pod,
  type RuleSample,
} from './firedRules';

export const podSamples: RuleSample[] = [
  [
    'pod-shell',
    one(exec('command=sh&tty=true')),
    one(exec('command=sh&command=-c&command=ls')),
  ],
  [
    'pod-shell',
    one(exec('command=%2Fbin%2Fbash')),
    one(exec('command=bashful')),
  ],
  [
    'pod-command',
    one(exec('command=ls')),
    one(exec('command=test&command=-d&command=%2Ftmp')),
  ],
  [
    'pod-command',
    one(exec('command=ls')),
    one({ ...exec('command=ls'), code: 403 }),
  ],
  [
    'pod-sensitive-command',
    one(
      exec(
        'command=cat&command=%2Fvar%2Frun%2Fsecrets%2Fkubernetes.io%2Fserviceaccount%2Ftoken',
      ),
      controller,
    ),
    one(exec('command=cat&command=%2Fvar%2Frun%2Fapp.pid')),
  ],
  [
    'pod-copy',
    one(exec('command=tar&command=cf&command=-&command=%2Fetc')),
    one(exec('command=tar&command=tf&command=x')),
  ],
  [
    'pod-copy',
    one(exec('command=tar&command=-xmf&command=-&stdin=true')),
    one(exec('command=tar&command=-xmf&command=a.tar')),
  ],
  [
    'pod-attach',
    one({ verb: 'create', object: 'pods/web/attach', code: 101 }),
    one({ verb: 'get', object: 'pods/web/attach', code: 403 }),
  ],
  [
    'port-forward',
    one({ verb: 'get', object: 'pods/web/portforward', code: 101 }),
    one({ verb: 'get', object: 'pods/web/portforward', code: 101 }, controller),
  ],
  [
    'api-proxy',
    one({ verb: 'get', object: 'services/web/proxy', code: 503 }),
    one({ verb: 'get', object: 'services/web/proxy', code: 403 }),
  ],
  [
    'node-proxy',
    one({ verb: 'get', object: 'nodes/n1/proxy', namespace: null }),
    one({ verb: 'get', object: 'nodes/n1/proxy', namespace: null }, controller),
  ],
  [
    'debug-container',
    one({ verb: 'patch', object: 'pods/web/ephemeralcontainers' }, METADATA),
    one({ verb: 'get', object: 'pods/web/ephemeralcontainers' }),
  ],
  [
    'node-debug',
    one({ verb: 'create', object: 'pods/node-debugger-n1-abcde', body: {} }),
    one({ verb: 'create', object: 'pods/web', body: pod({ nodeName: 'n1' }) }),
  ],
  [
    'node-maintenance',
    one({
      verb: 'patch',
      object: 'nodes/n1',
      namespace: null,
      body: { spec: { unschedulable: true } },
    }),
    one({
      verb: 'patch',
      object: 'nodes/n1',
      namespace: null,
      body: { metadata: { labels: { a: 'b' } } },
    }),
  ],
  [
    'node-maintenance',
    one({ verb: 'create', object: 'pods/web/eviction', body: {} }),
    one({
      verb: 'create',
      object: 'pods/web/eviction',
      body: { deleteOptions: { dryRun: ['All'] } },
    }),
  ],
  [
    'pdb-bypass',
    one({
      verb: 'delete',
      object: 'poddisruptionbudgets.policy/web',
      body: {},
    }),
    one({
      verb: 'create',
      object: 'poddisruptionbudgets.policy/web',
      body: {},
    }),
  ],
];
