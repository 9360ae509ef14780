import {
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiRulerLine } from '@remixicon/react';
import {
  auditRouteRef,
  coverageRouteRef,
  feedsRouteRef,
  frictionRouteRef,
  incidentRouteRef,
  incidentsRouteRef,
  overviewRouteRef,
  rootRouteRef,
  unattributedRouteRef,
} from './routes';

const plumblinePage = PageBlueprint.make({
  params: {
    path: '/plumbline',
    title: 'Plumbline',
    icon: <RiRulerLine />,
    routeRef: rootRouteRef,
  },
});

const overviewSubPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    routeRef: overviewRouteRef,
    loader: () =>
      import('./components/OverviewPage').then(module => (
        <module.OverviewPage />
      )),
  },
});

const coverageSubPage = SubPageBlueprint.make({
  name: 'coverage',
  params: {
    path: 'coverage',
    title: 'Coverage',
    routeRef: coverageRouteRef,
    loader: () =>
      import('./components/CoveragePage').then(module => (
        <module.CoveragePage />
      )),
  },
});

const feedsSubPage = SubPageBlueprint.make({
  name: 'feeds',
  params: {
    path: 'feeds',
    title: 'Feeds',
    routeRef: feedsRouteRef,
    loader: () =>
      import('./components/FeedsPage').then(module => <module.FeedsPage />),
  },
});

const unattributedSubPage = SubPageBlueprint.make({
  name: 'unattributed',
  params: {
    path: 'unattributed',
    title: 'Unattributed',
    routeRef: unattributedRouteRef,
    loader: () =>
      import('./components/UnattributedPage').then(module => (
        <module.UnattributedPage />
      )),
  },
});

/**
 * Plumbline: where the portal's services lean from Git, and whether everything could be looked at.
 *
 * @public
 */
export const plumblinePlugin = createFrontendPlugin({
  pluginId: 'plumbline',
  title: 'Plumbline',
  icon: <RiRulerLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    overview: overviewRouteRef,
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
  extensions: [
    plumblinePage,
    overviewSubPage,
    coverageSubPage,
    feedsSubPage,
    unattributedSubPage,
  ],
});
