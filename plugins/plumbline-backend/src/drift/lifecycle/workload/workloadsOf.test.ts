import { readManifests } from '@plumbline/kube-drift';
import { observationOf } from '../../__testUtils__/observations';
import type { ObjectObservation } from '../../Observation';
import { ratingsOf } from '../severity/ratingsOf';
import { findingOf } from '../../__testUtils__/findings';
import { relationsOf } from './objectRelations';
import { workloadsOf } from './workloadsOf';

/** A document that is told by kind, name and little else. */
const named = (kind: string, name: string, more = '', namespace = 'shop') =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: ${namespace} }\n${more}`;

const SHOP = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec:
      serviceAccountName: web
      volumes:
        - name: files
          projected:
            sources:
              - secret: { name: projected }
              - configMap: { name: files }
        - { name: certificates, secret: { secretName: certificates } }
        - { name: data, persistentVolumeClaim: { claimName: data } }
      containers:
        - name: web
          image: web:1
          envFrom: [{ configMapRef: { name: settings } }]
          env:
            - name: TOKEN
              valueFrom: { secretKeyRef: { name: token, key: token } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: night, namespace: shop }
spec:
  jobTemplate:
    spec:
      template:
        spec:
          containers:
            - { name: night, image: night:1, envFrom: [{ configMapRef: { name: settings } }] }
---
${named('Service', 'front', 'spec: { selector: { app: web } }')}
---
${named('Service', 'other', 'spec: { selector: { app: other } }')}
---
${named('Service', 'headless', 'spec: { clusterIP: None }')}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: public, namespace: shop }
spec:
  rules:
    - http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: front, port: { number: 80 } } } }] }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { tier: front } } }
---
${['settings', 'files', 'unused']
  .map(name => named('ConfigMap', name))
  .join('\n---\n')}
---
${['token', 'projected', 'certificates']
  .map(name => named('Secret', name))
  .join('\n---\n')}
---
${named('ServiceAccount', 'web')}
---
${named('PersistentVolumeClaim', 'data')}
---
${named('ConfigMap', 'settings', '', 'elsewhere')}
`;

const objects = readManifests(SHOP).objects.map(({ object }) => {
  const { name, namespace } = object.metadata;
  return observationOf({
    ref: `${object.apiVersion}/${object.kind}/${namespace}/${name}`,
    relations: relationsOf(object),
  });
});
const objectOf = (kind: string, name: string): ObjectObservation => {
  const found = objects.find(one => one.kind === kind && one.name === name);
  if (!found) {
    throw new Error(`There is no ${kind} ${name}`);
  }
  return found;
};
const WEB = objectOf('Deployment', 'web').key;
const NIGHT = objectOf('CronJob', 'night').key;

describe('workloadsOf', () => {
  const workloads = workloadsOf(objects);

  it.each([
    ['Deployment', 'web', [WEB]],
    ['CronJob', 'night', [NIGHT]],
    ['Service', 'front', [WEB]],
    ['Ingress', 'public', [WEB]],
    ['HorizontalPodAutoscaler', 'web', [WEB]],
    ['PodDisruptionBudget', 'web', [WEB]],
    ['ConfigMap', 'settings', [WEB, NIGHT].sort()],
    ['ConfigMap', 'files', [WEB]],
    ['Secret', 'token', [WEB]],
    ['Secret', 'projected', [WEB]],
    ['Secret', 'certificates', [WEB]],
    ['ServiceAccount', 'web', [WEB]],
    ['PersistentVolumeClaim', 'data', [WEB]],
    ['ConfigMap', 'unused', undefined],
    ['Service', 'other', undefined],
    ['Service', 'headless', undefined],
  ])('of %s %s are %j', (kind, name, expected) => {
    expect(workloads.get(objectOf(kind, name).key)).toEqual(expected);
  });

  it('end at the namespace', () => {
    expect(workloads.get('v1/ConfigMap/elsewhere/settings')).toBeUndefined();
  });
});

describe('ratingsOf', () => {
  const severity = (
    object: ObjectObservation,
    path: string,
    seen: ObjectObservation[] = objects,
  ) =>
    ratingsOf(seen, 'production')(object, findingOf({ ref: object.ref, path }));

  it('rates data high where a running workload reads it', () => {
    const settings = objectOf('ConfigMap', 'settings');
    expect(severity(settings, 'data.mode')).toBe('high');
    expect(severity(objectOf('ConfigMap', 'unused'), 'data.mode')).toBe(
      'medium',
    );
    const stopped = objects.map(one =>
      [WEB, NIGHT].includes(one.key) ? { ...one, isLive: false } : one,
    );
    expect(severity(settings, 'data.mode', stopped)).toBe('medium');
  });

  it('rates labels high by which something picks the pods', () => {
    const web = objectOf('Deployment', 'web');
    const label = (name: string) => `spec.template.metadata.labels.${name}`;
    expect(severity(web, label('app'))).toBe('high');
    // A budget picks by it.
    expect(severity(web, label('tier'))).toBe('high');
    expect(severity(web, label('team'))).toBe('low');
    // Of the Deployment itself, which nothing picks.
    expect(severity(web, 'metadata.labels.app')).toBe('low');
  });
});
