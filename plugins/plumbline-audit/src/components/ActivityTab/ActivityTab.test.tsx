import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  auditEventFacets,
  auditEventPage,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { ActivityTab } from './ActivityTab';

const BASE = 'http://example.com/api/plumbline/v1';

describe('ActivityTab', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('lists the events of the entity and offers no facet of entities', async () => {
    let facetQuery: URLSearchParams | undefined;
    server.use(
      http.get(`${BASE}/entities/component/default/payments-api/activity`, () =>
        HttpResponse.json(auditEventPage()),
      ),
      http.get(`${BASE}/audit-events/facets`, ({ request }) => {
        facetQuery = new URL(request.url).searchParams;
        return HttpResponse.json(auditEventFacets());
      }),
    );
    renderInTestApp(
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'payments-api', namespace: 'default' },
        }}
      >
        <ActivityTab />
      </EntityProvider>,
      {
        apis: [
          mockApis.fetch({
            resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
          }),
        ],
        initialRouteEntries: ['/?live=off'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );

    expect(
      await screen.findByRole('row', { name: /jane@example.com scaled/ }),
    ).toBeVisible();
    expect(await screen.findByRole('group', { name: 'Who' })).toBeVisible();
    expect(screen.queryByRole('group', { name: 'Entity' })).toBeNull();
    expect(facetQuery?.getAll('entity')).toEqual([
      'component:default/payments-api',
    ]);
  });
});
