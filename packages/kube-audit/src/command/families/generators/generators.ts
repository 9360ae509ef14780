import { bindingNamed, roleNamed } from './access';
import { configMap, namespace, secret, serviceAccount } from './data';
import type { Generator } from './Generator';
import { podDisruptionBudget, priorityClass, quota } from './limits';
import { ingress, service } from './network';
import { cronJob, deployment, job } from './workloads';

/** Generators by resource, and the flags that Metadata hides. */
export const GENERATORS: Record<
  string,
  { type: string; hidden: string[]; read: Generator }
> = {
  deployments: {
    type: 'deployment',
    hidden: ['--image', '--replicas', '--port', 'args'],
    read: deployment,
  },
  configmaps: {
    type: 'configmap',
    hidden: ['--from-file', '--from-literal', '--from-env-file'],
    read: configMap,
  },
  secrets: {
    type: 'secret <type>',
    hidden: ['type', '--from-file', '--from-literal', '--cert', '--key'],
    read: secret,
  },
  serviceaccounts: { type: 'serviceaccount', hidden: [], read: serviceAccount },
  namespaces: { type: 'namespace', hidden: [], read: namespace },
  roles: {
    type: 'role',
    hidden: ['--verb', '--resource', '--resource-name'],
    read: roleNamed('role'),
  },
  clusterroles: {
    type: 'clusterrole',
    hidden: ['--verb', '--resource', '--non-resource-url'],
    read: roleNamed('clusterrole'),
  },
  rolebindings: {
    type: 'rolebinding',
    hidden: [
      '--role',
      '--clusterrole',
      '--user',
      '--group',
      '--serviceaccount',
    ],
    read: bindingNamed('rolebinding'),
  },
  clusterrolebindings: {
    type: 'clusterrolebinding',
    hidden: ['--clusterrole', '--user', '--group', '--serviceaccount'],
    read: bindingNamed('clusterrolebinding'),
  },
  ingresses: { type: 'ingress', hidden: ['--rule', '--class'], read: ingress },
  priorityclasses: {
    type: 'priorityclass',
    hidden: ['--value', '--description', '--global-default'],
    read: priorityClass,
  },
  resourcequotas: {
    type: 'quota',
    hidden: ['--hard', '--scopes'],
    read: quota,
  },
  poddisruptionbudgets: {
    type: 'poddisruptionbudget',
    hidden: ['--selector', '--min-available', '--max-unavailable'],
    read: podDisruptionBudget,
  },
  services: {
    type: 'service <type>',
    hidden: ['type', '--tcp', '--external-name', '--clusterip', '--node-port'],
    read: service,
  },
  jobs: { type: 'job', hidden: ['--image', '--from', 'args'], read: job },
  cronjobs: {
    type: 'cronjob',
    hidden: ['--image', '--schedule', '--restart', 'args'],
    read: cronJob,
  },
};
