import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { IncidentDetail } from '@plumbline/backstage-plugin-plumbline-common';
import {
  hotFixDetailFixture,
  incidentStatisticsFixture,
  timelineFixture,
  waysOutFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { auditRouteRef, incidentsRouteRef } from '../../../routes';
import { IncidentsPage } from '../../IncidentsPage';

/** Address of the backend in tests. */
export const API = 'http://example.com/api/plumbline/v1';

/** What the backend answers with its error shape. */
export function refuse(status: number, name: string, message = name) {
  return HttpResponse.json(
    { error: { name, message }, response: { statusCode: status } },
    { status },
  );
}

/** Answers of the backend for one incident, each to be replaced by a handler that is used later. */
export function incidentHandlers(
  detail: IncidentDetail = hotFixDetailFixture(),
): RequestHandler[] {
  const url = `${API}/incidents/${detail.incident.id}`;
  return [
    http.get(url, () => HttpResponse.json(detail)),
    http.get(`${url}/timeline`, () => HttpResponse.json(timelineFixture())),
    http.get(`${url}/ways-out`, () => HttpResponse.json(waysOutFixture())),
    http.get(`${API}/incident-statistics`, () =>
      HttpResponse.json(incidentStatisticsFixture()),
    ),
  ];
}

/** Shows the page of an incident to somebody who may change its state, unless told otherwise. */
export function renderIncident(
  address: string,
  options: { mayChange?: boolean } = {},
) {
  return renderInTestApp(<IncidentsPage />, {
    apis: [
      mockApis.fetch({
        resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
      }),
      mockApis.permission({
        authorize:
          options.mayChange === false
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
      catalogApiMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'payments-api', namespace: 'default' },
            relations: [
              { type: 'ownedBy', targetRef: 'group:default/payments' },
            ],
          },
        ],
      }),
    ],
    mountPath: '/drift-incidents/*',
    initialRouteEntries: [`/drift-incidents${address}`],
    mountedRoutes: {
      '/drift-incidents': incidentsRouteRef,
      '/audit': auditRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
  });
}
