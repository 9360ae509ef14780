import { AHEAD, CONTAINER, JANE, LIVE } from './expected';
import { AUTOSCALER, DEPLOYMENT } from './manifests';
import { Situation } from './Situation';

/** Git moves, or a controller does. */
export const GIT_AND_CONTROLLERS: readonly Situation[] = [
  {
    id: 'git-ahead',
    title: 'Git wants a newer image than was applied',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      {
        commit: {
          message: 'Release 1.5.0',
          from: 'web:1.4.2',
          to: 'web:1.5.0',
        },
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: `${CONTAINER}.image`,
        type: 'changed',
        direction: AHEAD,
        level: [],
        principals: [],
      },
    ],
  },
  {
    id: 'argocd-behind',
    title: 'Argo CD applied an older commit than Git has, and a person scaled',
    manifests: DEPLOYMENT,
    apply: 'server-side',
    delivery: 'argocd',
    steps: [
      { user: 'jane', command: 'kubectl scale deployment/web --replicas=4' },
      {
        commit: {
          message: 'Release 1.5.0',
          from: 'web:1.4.2',
          to: 'web:1.5.0',
        },
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: `${CONTAINER}.image`,
        type: 'changed',
        direction: AHEAD,
        level: [],
        principals: [],
      },
      {
        object: 'Deployment/web',
        path: 'spec.replicas',
        type: 'changed',
        direction: LIVE,
        level: ['proven'],
        principals: JANE,
        commandContains: ['kubectl scale'],
      },
    ],
  },
  {
    id: 'kustomize-overlay',
    title: 'a person changes what a Kustomize overlay sets',
    manifests: DEPLOYMENT,
    overlay: `resources: [../deploy]
images:
  - { name: registry.example.com/shop/web, newTag: 2.0.0 }
configMapGenerator:
  - { name: settings, literals: [MODE=strict] }
`,
    apply: 'client-side',
    steps: [
      {
        user: 'jane',
        command:
          'kubectl set image deployment/web web=registry.example.com/shop/web:2.0.1-hotfix',
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: `${CONTAINER}.image`,
        type: 'changed',
        direction: LIVE,
        level: ['proven'],
        principals: JANE,
        commandContains: ['kubectl set image'],
      },
    ],
  },
  {
    id: 'removed-from-git',
    title: 'Git no longer declares a label and a variable',
    manifests: DEPLOYMENT,
    apply: 'server-side',
    steps: [
      {
        commit: { message: 'Drop the tier', from: '    tier: front\n', to: '' },
      },
      {
        commit: {
          message: 'Drop REGION',
          from: '            - name: REGION\n              value: eu-1\n',
          to: '',
        },
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: 'metadata.labels.tier',
        type: 'stale',
        direction: AHEAD,
        level: [],
        principals: [],
      },
      {
        object: 'Deployment/web',
        path: `${CONTAINER}.env[name=REGION]*`,
        type: 'stale',
        direction: AHEAD,
        level: [],
        principals: [],
      },
    ],
  },
  {
    id: 'both-moved',
    title: 'Git and a person changed the same field',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      { user: 'jane', command: 'kubectl scale deployment/web --replicas=4' },
      {
        commit: {
          message: 'Run three',
          from: 'replicas: 2',
          to: 'replicas: 3',
        },
      },
    ],
    findings: [
      {
        object: 'Deployment/web',
        path: 'spec.replicas',
        type: 'changed',
        direction: ['both'],
        level: ['proven'],
        principals: JANE,
        commandContains: ['kubectl scale'],
      },
    ],
  },
  {
    id: 'autoscaled',
    title: 'an autoscaler moves replicas within its range',
    manifests: `${DEPLOYMENT}---\n${AUTOSCALER}`,
    apply: 'client-side',
    needs: 'controllers',
    steps: [],
    findings: [
      {
        object: 'Deployment/web',
        path: 'spec.replicas',
        type: 'changed',
        verdict: 'expected',
        direction: [...LIVE, 'unknown'],
        level: [],
        principals: [],
      },
    ],
  },
  {
    id: 'reverted-by-gitops',
    title: 'a GitOps controller takes a hand edit back',
    manifests: DEPLOYMENT,
    apply: 'server-side',
    steps: [
      {
        user: 'jane',
        command:
          'kubectl set image deployment/web web=registry.example.com/shop/web:1.4.3-hotfix',
      },
      { wait: 'until it drifts' },
      {
        user: 'argocd',
        command:
          'kubectl apply --server-side --force-conflicts --field-manager=argocd-controller -f -',
        input: DEPLOYMENT,
      },
    ],
    findings: [],
    resolution: 'reverted',
  },
];
