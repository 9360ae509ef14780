import type { WaysOut } from '@plumbline/backstage-plugin-plumbline-common';
import { COMMIT } from './findingFixtures';
import { DEBUG_FINDING } from './hotFixFixtures';

/** A patch of one line and two commands, one of which ends other incidents. @public */
export function waysOutFixture(changes: Partial<WaysOut> = {}): WaysOut {
  return {
    adopt: {
      patches: [
        {
          file: 'deploy/prod/deployment.yaml',
          commit: COMMIT,
          patch: `--- a/deploy/prod/deployment.yaml
+++ b/deploy/prod/deployment.yaml
@@ -27,4 +27,4 @@
       containers:
         - name: api  # keep first, the sidecar follows
-          image: registry.acme.io/payments-api:2.14.0
+          image: registry.acme.io/payments-api:2.14.1-hotfix
           ports:
`,
          paths: ['spec.template.spec.containers[api].image'],
        },
      ],
      notAdopted: [
        {
          ref: DEBUG_FINDING.ref,
          path: DEBUG_FINDING.path,
          reason: 'A debug container has no place in Git',
        },
      ],
    },
    restore: {
      commands: [
        {
          text: 'kubectl set image deployment/payments-api api=registry.acme.io/payments-api:2.14.0 -n payments',
          tool: 'kubectl',
          does: 'Sets the image of container api back',
          warnings: [
            {
              severity: 'warning',
              title: 'Restarts all 5 pods',
              text: 'A rolling update brings back 2.14.0.',
            },
          ],
        },
        {
          text: 'kubectl apply -f deploy/prod/deployment.yaml -n payments',
          tool: 'kubectl',
          does: 'Applies the whole file; also sets replicas back to 3',
          warnings: [
            {
              severity: 'warning',
              title: 'Restarts all 5 pods',
              text: 'A rolling update brings back 2.14.0.',
            },
          ],
        },
      ],
      ends: [
        { id: 'incident-214', number: 214 },
        { id: 'incident-215', number: 215 },
      ],
    },
    ...changes,
  };
}
