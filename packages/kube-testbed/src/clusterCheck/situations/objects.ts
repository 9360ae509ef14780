import { JANE, LIVE, OMAR, PROVEN, STRONG } from './expected';
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

/** One person changes what is not a field of a common kind: whole objects, Secrets, objects of a CRD. */
export const OBJECTS: readonly Situation[] = [
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
