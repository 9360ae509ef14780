import {
  CONFIG_MAP,
  DEPLOYMENT,
  GADGET,
  POD,
  SECRET,
  SERVICE,
  changed,
} from './manifests';
import { Situation } from './Situation';

const JANE = ['jane@example.com'];
const OMAR = ['omar@example.com'];
const CONTAINER = 'spec.template.spec.containers[name=web]';
const LIVE = ['live-changed'];
const PROVEN = ['proven'];
/** The recommended audit policy records no bodies of these. */
const STRONG = ['strong'];

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
  {
    id: 'debugged',
    title: 'kubectl debug leaves a container in a declared Pod',
    manifests: POD,
    apply: 'client-side',
    needs: 'pods',
    steps: [
      {
        user: 'omar',
        command:
          'kubectl debug pod/batch --image=busybox:1.36 --target=batch -c debugger -- sleep 3600',
      },
    ],
    findings: [
      {
        object: 'Pod/batch',
        path: 'spec.ephemeralContainers*',
        type: 'additive',
        direction: LIVE,
        level: PROVEN,
        principals: OMAR,
        commandContains: ['kubectl debug'],
      },
    ],
  },
  {
    id: 'deleted',
    title: 'kubectl delete',
    manifests: `${DEPLOYMENT}---\n${SERVICE}`,
    apply: 'client-side',
    steps: [{ user: 'omar', command: 'kubectl delete service/web' }],
    findings: [
      {
        object: 'Service/web',
        path: '$resource',
        type: 'object-missing',
        direction: LIVE,
        level: PROVEN,
        principals: OMAR,
        commandContains: ['kubectl delete'],
      },
    ],
  },
  {
    id: 'recreated',
    title: 'one person deletes it, another makes it again otherwise',
    manifests: CONFIG_MAP,
    apply: 'client-side',
    steps: [
      { user: 'jane', command: 'kubectl delete configmap/settings' },
      {
        user: 'omar',
        command: 'kubectl create -f -',
        input: changed(CONFIG_MAP, 'MODE: strict', 'MODE: lax'),
      },
    ],
    findings: [
      {
        object: 'ConfigMap/settings',
        path: 'data.MODE',
        type: 'changed',
        direction: LIVE,
        level: PROVEN,
        principals: OMAR,
        commandContains: ['kubectl create'],
      },
    ],
  },
  {
    id: 'custom-object',
    title: 'kubectl edit of an object of a CRD',
    manifests: GADGET,
    apply: 'client-side',
    steps: [
      {
        user: 'jane',
        command: 'kubectl edit gadget/blue',
        edit: { from: 'count: 4', to: 'count: 3' },
      },
    ],
    findings: [
      {
        object: 'Gadget/blue',
        path: 'spec.parts[name=wheel].count',
        type: 'changed',
        direction: LIVE,
        level: STRONG,
        principals: JANE,
        commandContains: ['kubectl edit'],
      },
    ],
  },
  {
    id: 'secret',
    title: 'kubectl patch of a Secret: no body is ever recorded',
    manifests: SECRET,
    apply: 'client-side',
    steps: [
      {
        user: 'omar',
        command: `kubectl patch secret database -p '{"stringData":{"password":"second-password"}}'`,
      },
    ],
    findings: [
      {
        object: 'Secret/database',
        path: 'data.password',
        type: 'changed',
        direction: LIVE,
        level: STRONG,
        principals: OMAR,
        commandContains: ['kubectl patch'],
      },
    ],
  },
];
