/**
 * The same screens for apps on the older frontend system.
 *
 * @packageDocumentation
 */

import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import type { JSX } from 'react';
import { feedsRouteRef, incidentRouteRef, rootRouteRef } from './routes';

/** Plugin for `createApp` of `@backstage/app-defaults`. @public */
export const plumblineAuditPlugin = createPlugin({
  id: 'plumbline-audit',
  routes: { root: rootRouteRef },
  externalRoutes: { incident: incidentRouteRef, feeds: feedsRouteRef },
});

/** Page of all audit events; mount it at `/audit`. @public */
export const AuditPage: () => JSX.Element = plumblineAuditPlugin.provide(
  createRoutableExtension({
    name: 'AuditPage',
    mountPoint: rootRouteRef,
    component: () =>
      import('./components/AuditPage').then(module => module.AuditPage),
  }),
);

/** Content of an entity tab with the path `/activity`. @public */
export const EntityActivityContent: () => JSX.Element =
  plumblineAuditPlugin.provide(
    createComponentExtension({
      name: 'EntityActivityContent',
      component: {
        lazy: () =>
          import('./components/ActivityTab').then(module => module.ActivityTab),
      },
    }),
  );
