import { CONTAINER, JANE, LIVE, OMAR, PROVEN } from './expected';
import { CONFIG_MAP, DEPLOYMENT, SERVICE, changed } from './manifests';
import { Situation } from './Situation';

/** One person changes one thing with one of kubectl's commands. */
export const EDITS: readonly Situation[] = [
  {
    id: 'applied-by-hand',
    title: 'client-side apply of another file',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      {
        user: 'jane',
        command: 'kubectl apply -f -',
        input: changed(DEPLOYMENT, 'web:1.4.2', 'web:1.5.0-rc1'),
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: `${CONTAINER}.image`,
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: JANE,
        commandContains: ['kubectl apply'],
      },
    ],
  },
  {
    id: 'applied-server-side',
    title: 'server-side apply that forces a conflict',
    manifests: DEPLOYMENT,
    apply: 'server-side',
    steps: [
      {
        user: 'omar',
        command:
          'kubectl apply --server-side --force-conflicts --field-manager=omar-laptop -f -',
        input: changed(DEPLOYMENT, 'replicas: 2', 'replicas: 4'),
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: 'spec.replicas',
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: OMAR,
        commandContains: ['--server-side', '--force-conflicts'],
      },
    ],
  },
  {
    id: 'edited',
    title: 'kubectl edit of a ConfigMap',
    manifests: CONFIG_MAP,
    apply: 'client-side',
    steps: [
      {
        user: 'jane',
        command: 'kubectl edit configmap/settings',
        edit: { from: 'TIMEOUT_MS: "3000"', to: 'TIMEOUT_MS: "8000"' },
      },
    ],
    findings: [
      {
        object: 'ConfigMap/settings',
        path: 'data.TIMEOUT_MS',
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: JANE,
        commandContains: ['kubectl edit'],
      },
    ],
  },
  {
    id: 'scaled',
    title: 'kubectl scale',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      { user: 'omar', command: 'kubectl scale deployment/web --replicas=5' },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: 'spec.replicas',
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: OMAR,
        commandContains: ['kubectl scale', '--replicas=5'],
      },
    ],
  },
  {
    id: 'labelled',
    title: 'kubectl label adds a label that Git does not know',
    manifests: SERVICE,
    apply: 'client-side',
    steps: [{ user: 'jane', command: 'kubectl label service/web debug=jane' }],
    findings: [
      {
        object: 'Service/web',
        path: 'metadata.labels*',
        type: 'additive',
        direction: LIVE,
        level: PROVEN,
        principals: JANE,
        commandContains: ['kubectl label', 'debug=jane'],
      },
    ],
  },
  {
    id: 'annotated',
    title: 'kubectl annotate overwrites what Git says',
    manifests: DEPLOYMENT,
    apply: 'server-side',
    steps: [
      {
        user: 'jane',
        command:
          'kubectl annotate deployment/web example.com/owner=team-night --overwrite',
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: 'metadata.annotations.example.com/owner',
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: JANE,
        commandContains: ['kubectl annotate'],
      },
    ],
  },
  {
    id: 'env-set',
    title: 'kubectl set env changes one variable and adds another',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      {
        user: 'omar',
        command: 'kubectl set env deployment/web LOG_LEVEL=debug TRACE=on',
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: `${CONTAINER}.env[name=LOG_LEVEL].value`,
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: OMAR,
        commandContains: ['kubectl set env', 'LOG_LEVEL=debug'],
      },
      {
        object: 'Deployment/web',
        path: `${CONTAINER}.env[name=TRACE]*`,
        type: 'additive',
        direction: LIVE,
        level: PROVEN,
        principals: OMAR,
      },
    ],
  },
  {
    id: 'image-set',
    title: 'kubectl set image after a server-side apply',
    manifests: DEPLOYMENT,
    apply: 'server-side',
    steps: [
      {
        user: 'jane',
        command:
          'kubectl set image deployment/web web=registry.example.com/shop/web:1.4.3-hotfix',
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: `${CONTAINER}.image`,
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: JANE,
        commandContains: ['kubectl set image'],
      },
    ],
  },
  {
    id: 'restarted',
    title: 'kubectl rollout restart',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      { user: 'omar', command: 'kubectl rollout restart deployment/web' },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: 'spec.template.metadata.annotations*',
        type: 'additive',
        direction: LIVE,
        level: PROVEN,
        principals: OMAR,
        commandContains: ['kubectl rollout restart'],
      },
    ],
  },
];
