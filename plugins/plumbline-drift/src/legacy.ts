/**
 * The same screens for apps of the old frontend system.
 *
 * @packageDocumentation
 */

import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import type { JSX } from 'react';
import {
  auditRouteRef,
  coverageRouteRef,
  driftTabRouteRef,
  ignoreRulesRouteRef,
  incidentRouteRef,
  incidentsRouteRef,
} from './routes';

/** Drift tab, drift card and the page *Drift incidents*. @public */
export const plumblineDriftPlugin = createPlugin({
  id: 'plumbline-drift',
  routes: {
    root: incidentsRouteRef,
    incident: incidentRouteRef,
    ignoreRules: ignoreRulesRouteRef,
    entityContent: driftTabRouteRef,
  },
  externalRoutes: { audit: auditRouteRef, coverage: coverageRouteRef },
});

/** The page *Drift incidents*. @public */
export const DriftIncidentsPage: () => JSX.Element =
  plumblineDriftPlugin.provide(
    createRoutableExtension({
      name: 'DriftIncidentsPage',
      mountPoint: incidentsRouteRef,
      component: () =>
        import('./components/IncidentsPage').then(
          module => module.IncidentsPage,
        ),
    }),
  );

/** The *Drift* tab of an entity page. @public */
export const EntityDriftContent: () => JSX.Element =
  plumblineDriftPlugin.provide(
    createRoutableExtension({
      name: 'EntityDriftContent',
      mountPoint: driftTabRouteRef,
      component: () =>
        import('./components/DriftTab').then(module => module.DriftTab),
    }),
  );

/** The drift card of an entity page. @public */
export const EntityDriftCard: () => JSX.Element = plumblineDriftPlugin.provide(
  createComponentExtension({
    name: 'EntityDriftCard',
    component: {
      lazy: () =>
        import('./components/DriftCard').then(module => module.DriftCard),
    },
  }),
);
