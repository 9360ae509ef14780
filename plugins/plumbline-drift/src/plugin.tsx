import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { MANIFESTS_ANNOTATION } from '@plumbline/backstage-plugin-plumbline-common';
import { RiExchangeLine } from '@remixicon/react';
import {
  auditRouteRef,
  coverageRouteRef,
  driftTabRouteRef,
  ignoreRulesRouteRef,
  incidentRouteRef,
  incidentsRouteRef,
} from './routes';

const IS_COMPONENT = { kind: 'component' };
const HAS_MANIFESTS = {
  [`metadata.annotations.${MANIFESTS_ANNOTATION}`]: { $exists: true },
};

/** Components in any case, so that one without the annotation says what to add; others when they carry it. */
const ENTITY_FILTER = { $any: [IS_COMPONENT, HAS_MANIFESTS] };

const incidentsPage = PageBlueprint.make({
  params: {
    path: '/drift-incidents',
    title: 'Drift incidents',
    icon: <RiExchangeLine />,
    routeRef: incidentsRouteRef,
    loader: () =>
      import('./components/IncidentsPage').then(module => (
        <module.IncidentsPage />
      )),
  },
});

const driftTab = EntityContentBlueprint.make({
  params: {
    path: 'drift',
    title: 'Drift',
    group: 'deployment',
    icon: <RiExchangeLine />,
    filter: ENTITY_FILTER,
    routeRef: driftTabRouteRef,
    loader: () =>
      import('./components/DriftTab').then(module => <module.DriftTab />),
  },
});

const driftCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: ENTITY_FILTER,
    loader: () =>
      import('./components/DriftCard').then(module => <module.DriftCard />),
  },
});

/** Drift tab, drift card and the page *Drift incidents*. @public */
export const plumblineDriftPlugin = createFrontendPlugin({
  pluginId: 'plumbline-drift',
  title: 'Drift incidents',
  icon: <RiExchangeLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: incidentsRouteRef,
    incident: incidentRouteRef,
    ignoreRules: ignoreRulesRouteRef,
    entityContent: driftTabRouteRef,
  },
  externalRoutes: { audit: auditRouteRef, coverage: coverageRouteRef },
  extensions: [incidentsPage, driftTab, driftCard],
});
