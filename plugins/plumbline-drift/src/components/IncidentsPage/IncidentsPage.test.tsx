import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  incidentDetailFixture,
  incidentFixture,
  incidentFixtures,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { auditRouteRef, incidentsRouteRef } from '../../routes';
import { IncidentsPage } from './IncidentsPage';

const INCIDENTS_URL = 'http://example.com/api/plumbline/v1/incidents';

describe('IncidentsPage', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  function renderPage(address: string) {
    return renderInTestApp(<IncidentsPage />, {
      apis: [
        mockApis.fetch({
          resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
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

  describe('list', () => {
    it('names what happened, how sure that is and the page of each', async () => {
      const items = incidentFixtures();
      server.use(
        http.get(INCIDENTS_URL, () =>
          HttpResponse.json({ items, total: items.length }),
        ),
      );
      const { container } = renderPage('');

      const row = await screen.findByRole('row', {
        name: /jane@example.com scaled payments-api/,
      });
      expect(within(row).getByText('Proven')).toBeVisible();
      expect(within(row).getByRole('link')).toHaveAttribute(
        'href',
        '/drift-incidents/incident-214',
      );
      expect(screen.getByText('7 incidents')).toBeVisible();
      expect(await axe(container)).toHaveNoViolations();
    });

    it('asks the backend with the filters of the address', async () => {
      let asked = '';
      server.use(
        http.get(INCIDENTS_URL, ({ request }) => {
          asked = new URL(request.url).search;
          return HttpResponse.json({ items: [] });
        }),
      );
      renderPage(
        '?state=resolved&severity=high&severity=low&level=proven&cluster=staging&q=replicas',
      );

      expect(
        await screen.findByText('No incident passes the filters'),
      ).toBeVisible();
      expect(asked).toBe(
        '?state=resolved&severity=high&severity=low&level=proven&cluster=staging&q=replicas',
      );
    });

    it('searches after a pause in typing', async () => {
      server.use(
        http.get(INCIDENTS_URL, ({ request }) =>
          HttpResponse.json({
            items:
              new URL(request.url).searchParams.get('q') === 'port'
                ? incidentFixtures().slice(5, 6)
                : incidentFixtures(),
          }),
        ),
      );
      renderPage('');
      const user = userEvent.setup();
      await screen.findByText(/jane@example.com scaled/);

      await user.type(
        screen.getByRole('searchbox', { name: 'Search incidents' }),
        'port',
      );

      expect(
        await screen.findByText('Service port changed; two people fit'),
      ).toBeVisible();
      await waitFor(() =>
        expect(
          screen.queryByText(/jane@example.com scaled/),
        ).not.toBeInTheDocument(),
      );
    });

    it('reads older pages by their cursor', async () => {
      const items = incidentFixtures();
      server.use(
        http.get(INCIDENTS_URL, ({ request }) =>
          new URL(request.url).searchParams.get('cursor') === 'older'
            ? HttpResponse.json({ items: items.slice(3) })
            : HttpResponse.json({
                items: items.slice(0, 3),
                nextCursor: 'older',
              }),
        ),
      );
      renderPage('');
      const user = userEvent.setup();

      await user.click(
        await screen.findByRole('button', { name: 'Show older' }),
      );

      expect(
        await screen.findByText(
          'Ingress body size differs; no evidence of who',
        ),
      ).toBeVisible();
      expect(screen.getByText(/jane@example.com scaled/)).toBeVisible();
      expect(
        screen.queryByRole('button', { name: 'Show older' }),
      ).not.toBeInTheDocument();
    });

    it('says which right is missing', async () => {
      server.use(
        http.get(INCIDENTS_URL, () =>
          HttpResponse.json(
            {
              error: { name: 'NotAllowedError', message: 'Unauthorized' },
              response: { statusCode: 403 },
            },
            { status: 403 },
          ),
        ),
      );
      renderPage('');

      expect(
        await screen.findByText('You may not read drift incidents'),
      ).toBeVisible();
      expect(screen.getByText(/plumbline\.drift\.read/)).toBeVisible();
    });
  });

  describe('one incident', () => {
    it('tells what happened, where it stands, what to do and what hangs on it', async () => {
      server.use(
        http.get(`${INCIDENTS_URL}/incident-214`, () =>
          HttpResponse.json(incidentDetailFixture()),
        ),
      );
      const { container } = renderPage('/incident-214');

      expect(
        await screen.findByRole('heading', {
          name: 'jane@example.com scaled payments-api from 3 to 5',
        }),
      ).toBeVisible();
      expect(
        screen.getByRole('listitem', { current: 'step' }),
      ).toHaveTextContent('Opened');
      const cause = screen.getByRole('region', { name: /^Cause/ });
      expect(within(cause).getByText('Proven')).toBeVisible();
      expect(within(cause).getByText(/kubectl scale deployment/)).toBeVisible();
      expect(
        screen.getByText(/kubectl apply -f deploy\/prod\/deployment.yaml/),
      ).toBeVisible();
      expect(
        screen.getByRole('link', { name: /Open the audit event/ }),
      ).toHaveAttribute(
        'href',
        '/audit?event=7c1e4b52-93aa-4d0e-b1f6-2f60c8d5a913',
      );
      expect(await axe(container)).toHaveNoViolations();
    });

    it('says that nothing is known when there is no cause', async () => {
      server.use(
        http.get(`${INCIDENTS_URL}/incident-198`, () =>
          HttpResponse.json(
            incidentDetailFixture(
              incidentFixture({
                id: 'incident-198',
                level: 'none',
                cause: null,
                findings: [],
                recommendation: undefined,
                unverifiedSince: '2026-11-20T13:48:00.000Z',
              }),
            ),
          ),
        ),
      );
      renderPage('/incident-198');

      expect(
        await screen.findByText(/No evidence of who or what/),
      ).toBeVisible();
      expect(
        screen.getByText(/whether this still differs is unknown/),
      ).toBeVisible();
    });

    it('says that an incident is not there', async () => {
      server.use(
        http.get(`${INCIDENTS_URL}/gone`, () =>
          HttpResponse.json(
            {
              error: { name: 'NotFoundError', message: 'No incident gone' },
              response: { statusCode: 404 },
            },
            { status: 404 },
          ),
        ),
      );
      renderPage('/gone');

      expect(
        await screen.findByText('This incident was not found'),
      ).toBeVisible();
    });
  });
});
