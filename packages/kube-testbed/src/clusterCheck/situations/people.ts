import { CONTAINER, JANE, LIVE, OMAR, PROVEN } from './expected';
import { CONFIG_MAP, DEPLOYMENT, SECRET, changed } from './manifests';
import { Situation } from './Situation';

/** Several people, refusals and requests that change nothing. */
export const PEOPLE: readonly Situation[] = [
  {
    id: 'dry-run',
    title: 'server-side dry runs change nothing',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      {
        user: 'jane',
        command: 'kubectl scale deployment/web --replicas=9 --dry-run=server',
      },
      {
        user: 'jane',
        command: 'kubectl delete deployment/web --dry-run=server',
      },
    ],
    findings: [],
  },
  {
    id: 'no-op-apply',
    title: 'an apply that carries the value along is no cause',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      { user: 'jane', command: 'kubectl scale deployment/web --replicas=5' },
      {
        user: 'omar',
        command: 'kubectl apply --server-side --force-conflicts -f -',
        input: changed(DEPLOYMENT, 'replicas: 2', 'replicas: 5'),
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: 'spec.replicas',
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: JANE,
        commandContains: ['kubectl scale', '--replicas=5'],
      },
    ],
  },
  {
    id: 'two-people',
    title: 'two people, two fields, one window',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      { user: 'jane', command: 'kubectl scale deployment/web --replicas=5' },
      {
        user: 'omar',
        command:
          'kubectl set resources deployment/web --limits=cpu=500m,memory=512Mi',
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: 'spec.replicas',
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: JANE,
        commandContains: ['kubectl scale'],
      },
      {
        object: 'Deployment/web',
        path: `${CONTAINER}.resources.limits.cpu`,
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: OMAR,
        commandContains: ['kubectl set resources'],
      },
    ],
  },
  {
    id: 'same-field-twice',
    title: 'two people, one field: the last who changed it',
    manifests: DEPLOYMENT,
    apply: 'server-side',
    steps: [
      { user: 'jane', command: 'kubectl scale deployment/web --replicas=5' },
      { user: 'omar', command: 'kubectl scale deployment/web --replicas=7' },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: 'spec.replicas',
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: OMAR,
        commandContains: ['--replicas=7'],
      },
    ],
  },
  {
    id: 'two-with-one-tool',
    title: 'two people patch one Secret: without bodies nobody is named alone',
    manifests: SECRET,
    apply: 'client-side',
    steps: [
      {
        user: 'jane',
        command: `kubectl patch secret database -p '{"stringData":{"password":"hers"}}'`,
      },
      {
        user: 'omar',
        command: `kubectl patch secret database -p '{"stringData":{"password":"his"}}'`,
      },
    ],
    findings: [
      {
        object: 'Secret/database',
        path: 'data.password',
        type: 'changed',
        direction: LIVE,
        level: ['ambiguous'],
        principals: [...JANE, ...OMAR],
      },
    ],
  },
  {
    id: 'denied',
    title: 'a denied write is no cause, even of the same change',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      {
        user: 'rita',
        command: 'kubectl scale deployment/web --replicas=6',
        refused: true,
      },
      { user: 'jane', command: 'kubectl scale deployment/web --replicas=6' },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: 'spec.replicas',
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: JANE,
        commandContains: ['--replicas=6'],
      },
    ],
  },
  {
    id: 'only-denied',
    title: 'nothing but denied writes',
    manifests: CONFIG_MAP,
    apply: 'client-side',
    steps: [
      {
        user: 'rita',
        command: 'kubectl label configmap/settings seen=yes',
        refused: true,
      },
      {
        user: 'rita',
        command: 'kubectl delete configmap/settings',
        refused: true,
      },
    ],
    findings: [],
  },
  {
    id: 'impersonated',
    title: 'one person in the name of another: both are named',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      {
        user: 'jane',
        command:
          'kubectl scale deployment/web --replicas=3 --as=omar@example.com --as-group=developers',
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: 'spec.replicas',
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: [...JANE, ...OMAR],
      },
    ],
  },
  {
    id: 'edited-and-back',
    title: 'changed and changed back',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      { user: 'jane', command: 'kubectl scale deployment/web --replicas=5' },
      { wait: 'until it drifts' },
      { user: 'omar', command: 'kubectl scale deployment/web --replicas=2' },
    ],
    findings: [],
    resolution: 'reverted',
  },
];
