import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import type { ReactElement } from 'react';
import {
  auditRouteRef,
  coverageRouteRef,
  feedsRouteRef,
  frictionRouteRef,
  incidentRouteRef,
  incidentsRouteRef,
  overviewRouteRef,
  unattributedRouteRef,
} from '../routes';

/** Where the mocked backend of these tests answers. */
export const BACKEND = 'http://example.com/api/plumbline/v1';

/** Renders a page with all the plugins around it that it may link to. */
export function renderPage(page: ReactElement, address: string = '/') {
  return renderInTestApp(page, {
    apis: [
      mockApis.fetch({
        resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
      }),
      [catalogApiRef, catalogApiMock({ entities: [] })],
    ],
    initialRouteEntries: [address],
    mountedRoutes: {
      '/overview': overviewRouteRef,
      '/coverage': coverageRouteRef,
      '/feeds': feedsRouteRef,
      '/unattributed': unattributedRouteRef,
      '/audit': auditRouteRef,
      '/friction': frictionRouteRef,
      '/incidents': incidentsRouteRef,
      '/incidents/:id': incidentRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
  });
}
