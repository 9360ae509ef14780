import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The list of incidents. @public */
export const incidentsRouteRef = createRouteRef({
  id: 'plumbline-drift.incidents',
});

/** One incident. @public */
export const incidentRouteRef = createSubRouteRef({
  id: 'plumbline-drift.incident',
  parent: incidentsRouteRef,
  path: '/:id',
});

/** The list of ignore rules; `?entity=` leaves those that can hide findings of one entity. @public */
export const ignoreRulesRouteRef = createSubRouteRef({
  id: 'plumbline-drift.ignore-rules',
  parent: incidentsRouteRef,
  path: '/ignore-rules',
});

/** The *Drift* tab of an entity. @public */
export const driftTabRouteRef = createRouteRef({
  id: 'plumbline-drift.entity',
});

/** The page that searches audit events; it opens one by `?event=`. @public */
export const auditRouteRef = createExternalRouteRef({
  id: 'plumbline-drift.audit',
  optional: true,
  defaultTarget: 'plumbline-audit.root',
});

/** The page that says which entities are set up. @public */
export const coverageRouteRef = createExternalRouteRef({
  id: 'plumbline-drift.coverage',
  optional: true,
  defaultTarget: 'plumbline.coverage',
});
