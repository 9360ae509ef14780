/**
 * The same screens for apps on the older frontend system: one page each.
 *
 * @packageDocumentation
 */

import {
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import type { JSX } from 'react';
import {
  auditRouteRef,
  coverageRouteRef,
  feedsRouteRef,
  frictionRouteRef,
  incidentRouteRef,
  incidentsRouteRef,
  overviewRouteRef,
  unattributedRouteRef,
} from './routes';

/** Plugin for `createApp` of `@backstage/app-defaults`. @public */
export const plumblinePlugin = createPlugin({
  id: 'plumbline',
  routes: {
    root: overviewRouteRef,
    coverage: coverageRouteRef,
    feeds: feedsRouteRef,
    unattributed: unattributedRouteRef,
  },
  externalRoutes: {
    audit: auditRouteRef,
    friction: frictionRouteRef,
    incident: incidentRouteRef,
    incidents: incidentsRouteRef,
  },
});

/** Portal-wide overview; mount it at `/plumbline`. @public */
export const PlumblineOverviewPage: () => JSX.Element = plumblinePlugin.provide(
  createRoutableExtension({
    name: 'PlumblineOverviewPage',
    mountPoint: overviewRouteRef,
    component: () =>
      import('./components/OverviewPage').then(module => module.OverviewPage),
  }),
);

/** Set-up of all entities; mount it at `/plumbline/coverage`. @public */
export const PlumblineCoveragePage: () => JSX.Element = plumblinePlugin.provide(
  createRoutableExtension({
    name: 'PlumblineCoveragePage',
    mountPoint: coverageRouteRef,
    component: () =>
      import('./components/CoveragePage').then(module => module.CoveragePage),
  }),
);

/** Audit feeds of all clusters; mount it at `/plumbline/feeds`. @public */
export const PlumblineFeedsPage: () => JSX.Element = plumblinePlugin.provide(
  createRoutableExtension({
    name: 'PlumblineFeedsPage',
    mountPoint: feedsRouteRef,
    component: () =>
      import('./components/FeedsPage').then(module => module.FeedsPage),
  }),
);

/** Objects without an entity; mount it at `/plumbline/unattributed`. @public */
export const PlumblineUnattributedPage: () => JSX.Element =
  plumblinePlugin.provide(
    createRoutableExtension({
      name: 'PlumblineUnattributedPage',
      mountPoint: unattributedRouteRef,
      component: () =>
        import('./components/UnattributedPage').then(
          module => module.UnattributedPage,
        ),
    }),
  );
