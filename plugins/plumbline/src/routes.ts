import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The page *Plumbline* in the sidebar. */
export const rootRouteRef = createRouteRef({ id: 'plumbline' });
/** Sub-page *Overview*. */
export const overviewRouteRef = createRouteRef({ id: 'plumbline.overview' });
/** Sub-page *Coverage*. */
export const coverageRouteRef = createRouteRef({ id: 'plumbline.coverage' });
/** Sub-page *Feeds*. */
export const feedsRouteRef = createRouteRef({ id: 'plumbline.feeds' });
/** Sub-page *Unattributed*. */
export const unattributedRouteRef = createRouteRef({
  id: 'plumbline.unattributed',
});

/** All incidents; where it is absent, there is no link to them. */
export const incidentsRouteRef = createExternalRouteRef({
  id: 'plumbline:incidents',
  optional: true,
  defaultTarget: 'plumbline-drift.root',
});

/** One incident. */
export const incidentRouteRef = createExternalRouteRef({
  id: 'plumbline:incident',
  params: ['id'],
  optional: true,
  defaultTarget: 'plumbline-drift.incident',
});

/** Friction of all services. */
export const frictionRouteRef = createExternalRouteRef({
  id: 'plumbline:friction',
  optional: true,
  defaultTarget: 'plumbline-friction.root',
});

/** Search of audit events. */
export const auditRouteRef = createExternalRouteRef({
  id: 'plumbline:audit',
  optional: true,
  defaultTarget: 'plumbline-audit.root',
});
