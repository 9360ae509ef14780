import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { MANIFESTS_ANNOTATION } from '@plumbline/backstage-plugin-plumbline-common';
import { RiDashboard3Line } from '@remixicon/react';
import { auditRouteRef, coverageRouteRef, rootRouteRef } from './routes';

const isComponent = { kind: 'component' };
const hasManifests = {
  [`metadata.annotations.${MANIFESTS_ANNOTATION}`]: { $exists: true },
};
/** Components, and whatever else says where its manifests are. */
const filter = { $any: [isComponent, hasManifests] };

const frictionCard = EntityCardBlueprint.make({
  name: 'friction',
  params: {
    type: 'info',
    filter,
    loader: () =>
      import('./components/FrictionCard').then(module => (
        <module.FrictionCard />
      )),
  },
});

const frictionContent = EntityContentBlueprint.make({
  name: 'friction',
  params: {
    path: '/friction',
    title: 'Friction',
    group: 'operation',
    icon: <RiDashboard3Line />,
    filter,
    loader: () =>
      import('./components/FrictionTab').then(module => <module.FrictionTab />),
  },
});

const frictionPage = PageBlueprint.make({
  params: {
    path: '/friction',
    title: 'Friction',
    icon: <RiDashboard3Line />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/FrictionPage').then(module => (
        <module.FrictionPage />
      )),
  },
});

/**
 * Friction: how often people go round the platform, per service.
 *
 * @public
 */
export const plumblineFrictionPlugin = createFrontendPlugin({
  pluginId: 'plumbline-friction',
  title: 'Friction',
  icon: <RiDashboard3Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  externalRoutes: { audit: auditRouteRef, coverage: coverageRouteRef },
  extensions: [frictionCard, frictionContent, frictionPage],
});
