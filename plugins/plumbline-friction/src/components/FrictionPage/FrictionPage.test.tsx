import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { fleetFriction } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { rootRouteRef } from '../../routes';
import { FrictionPage } from './FrictionPage';

const FLEET_URL = 'http://example.com/api/plumbline/v1/friction';

describe('FrictionPage', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  let queries: URLSearchParams[] = [];

  beforeEach(() => {
    queries = [];
    server.use(
      http.get(FLEET_URL, ({ request }) => {
        queries.push(new URL(request.url).searchParams);
        return HttpResponse.json(fleetFriction());
      }),
    );
  });

  function renderPage(address = '/friction') {
    return renderInTestApp(<FrictionPage />, {
      apis: [
        mockApis.fetch({
          resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
        }),
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Component',
                metadata: { name: 'payments-api' },
                relations: [
                  { type: 'ownedBy', targetRef: 'group:default/payments' },
                  { type: 'partOf', targetRef: 'system:default/checkout' },
                ],
              },
            ],
          }),
        ],
      ],
      initialRouteEntries: [address],
      mountedRoutes: {
        '/friction': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    });
  }

  it('lists services as the backend sorts them, those without a score with their reason', async () => {
    renderPage();
    const table = await screen.findByRole('grid', { name: 'Services' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(6);
    expect(within(rows[0]).getAllByText('84')[0]).toBeVisible();
    expect(within(rows[0]).getByText('Critical')).toBeVisible();
    expect(
      within(rows[0]).getByRole('link', { name: 'fraud-scorer' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/fraud-scorer/friction',
    );
    expect(within(rows[4]).getByText('Unobservable')).toBeVisible();
    expect(within(rows[4]).getByText(/edge-us sends no audit/)).toBeVisible();
    expect(within(rows[4]).queryByText('0')).not.toBeInTheDocument();
    expect(within(rows[5]).getByText('Not set up')).toBeVisible();
  });

  it('asks the backend for what the address says', async () => {
    renderPage(
      '/friction?owner=group:default/payments&band=high&sort=change&days=90',
    );
    await screen.findByRole('grid', { name: 'Services' });
    expect(Object.fromEntries(queries[0])).toEqual({
      owner: 'group:default/payments',
      band: 'high',
      sort: 'change',
      days: '90',
      limit: '25',
    });
  });

  it('clears the filters', async () => {
    renderPage('/friction?band=high');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Clear' }));
    await waitFor(() =>
      expect(queries[queries.length - 1].has('band')).toBe(false),
    );
  });

  it('says so when no service matches', async () => {
    server.use(
      http.get(FLEET_URL, () =>
        HttpResponse.json({
          ...fleetFriction(),
          items: [],
          total: 0,
        }),
      ),
    );
    renderPage('/friction?band=high');
    expect(
      await screen.findByText('No service matches the filters'),
    ).toBeVisible();
  });

  it('says which right is missing', async () => {
    server.use(
      http.get(FLEET_URL, () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'Unauthorized' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );
    renderPage();
    expect(
      await screen.findByText('You may not read friction by service'),
    ).toBeVisible();
  });

  it('has no accessibility violation', async () => {
    const { container } = renderPage();
    await screen.findByRole('grid', { name: 'Services' });
    expect(await axe(container)).toHaveNoViolations();
  });
});
