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
import { auditRouteRef, coverageRouteRef, rootRouteRef } from './routes';

/** Plugin for `createApp` of `@backstage/app-defaults`. @public */
export const plumblineFrictionPlugin = createPlugin({
  id: 'plumbline-friction',
  routes: { root: rootRouteRef },
  externalRoutes: { audit: auditRouteRef, coverage: coverageRouteRef },
});

/** Page of all services; mount it at `/friction`. @public */
export const FrictionPage: () => JSX.Element = plumblineFrictionPlugin.provide(
  createRoutableExtension({
    name: 'FrictionPage',
    mountPoint: rootRouteRef,
    component: () =>
      import('./components/FrictionPage').then(module => module.FrictionPage),
  }),
);

/** Content of an entity tab with the path `/friction`. @public */
export const EntityFrictionContent: () => JSX.Element =
  plumblineFrictionPlugin.provide(
    createComponentExtension({
      name: 'EntityFrictionContent',
      component: {
        lazy: () =>
          import('./components/FrictionTab').then(module => module.FrictionTab),
      },
    }),
  );

/** Card for the overview of an entity. @public */
export const EntityFrictionCard: () => JSX.Element =
  plumblineFrictionPlugin.provide(
    createComponentExtension({
      name: 'EntityFrictionCard',
      component: {
        lazy: () =>
          import('./components/FrictionCard').then(
            module => module.FrictionCard,
          ),
      },
    }),
  );
