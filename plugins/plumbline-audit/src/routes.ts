import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The page *Audit* in the sidebar; it opens one event by `?event=`. */
export const rootRouteRef = createRouteRef({ id: 'plumbline-audit' });

/** One incident; where it is absent, incidents are named but not linked. */
export const incidentRouteRef = createExternalRouteRef({
  id: 'plumbline-audit:incident',
  params: ['id'],
  optional: true,
  defaultTarget: 'plumbline-drift.incident',
});

/** Where it is said which audit feeds arrive. */
export const feedsRouteRef = createExternalRouteRef({
  id: 'plumbline-audit:feeds',
  optional: true,
  defaultTarget: 'plumbline.feeds',
});
