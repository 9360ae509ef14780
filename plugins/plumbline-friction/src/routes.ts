import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The page *Friction* in the sidebar. */
export const rootRouteRef = createRouteRef({ id: 'plumbline-friction' });

/** The page *Audit*; where it is absent, events are not links. */
export const auditRouteRef = createExternalRouteRef({
  id: 'plumbline-friction:audit',
  optional: true,
  defaultTarget: 'plumbline-audit.root',
});

/** Where set-up problems are shown; where it is absent, there is no link to it. */
export const coverageRouteRef = createExternalRouteRef({
  id: 'plumbline-friction:coverage',
  optional: true,
  defaultTarget: 'plumbline.coverage',
});
