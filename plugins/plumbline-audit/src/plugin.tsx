import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { MANIFESTS_ANNOTATION } from '@plumbline/backstage-plugin-plumbline-common';
import { RiFileList3Line } from '@remixicon/react';
import { feedsRouteRef, incidentRouteRef, rootRouteRef } from './routes';

const isComponent = { kind: 'component' };
const hasManifests = {
  [`metadata.annotations.${MANIFESTS_ANNOTATION}`]: { $exists: true },
};

const activityContent = EntityContentBlueprint.make({
  name: 'activity',
  params: {
    path: '/activity',
    title: 'Activity',
    group: 'observability',
    icon: <RiFileList3Line />,
    filter: { $any: [isComponent, hasManifests] },
    loader: () =>
      import('./components/ActivityTab').then(module => <module.ActivityTab />),
  },
});

const auditPage = PageBlueprint.make({
  params: {
    path: '/audit',
    title: 'Audit',
    icon: <RiFileList3Line />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/AuditPage').then(module => <module.AuditPage />),
  },
});

/**
 * Audit: what happened on the clusters, in plain words, with the command.
 *
 * @public
 */
export const plumblineAuditPlugin = createFrontendPlugin({
  pluginId: 'plumbline-audit',
  title: 'Audit',
  icon: <RiFileList3Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  externalRoutes: { incident: incidentRouteRef, feeds: feedsRouteRef },
  extensions: [activityContent, auditPage],
});
