import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { incidentFixtures } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
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

    it('goes on offering the clusters that a choice leaves out', async () => {
      server.use(
        http.get(INCIDENTS_URL, ({ request }) => {
          const chosen = new URL(request.url).searchParams.getAll('cluster');
          return HttpResponse.json({
            items: incidentFixtures().filter(
              ({ cluster }) => !chosen.length || chosen.includes(cluster),
            ),
          });
        }),
      );
      renderPage('');
      const user = userEvent.setup();
      await screen.findByText(/jane@example.com scaled/);

      await user.click(screen.getByRole('button', { name: /Cluster/ }));
      await user.click(await screen.findByRole('option', { name: 'staging' }));
      await waitFor(() =>
        expect(
          screen.queryByText(/jane@example.com scaled/),
        ).not.toBeInTheDocument(),
      );
      expect(
        screen.getAllByRole('option').map(option => option.textContent),
      ).toEqual(['prod-eu', 'staging']);
    });

    it('says that it shows one service only, and gives that up', async () => {
      const asked: string[] = [];
      server.use(
        http.get(INCIDENTS_URL, ({ request }) => {
          asked.push(new URL(request.url).search);
          return HttpResponse.json({ items: [] });
        }),
      );
      renderPage('?entity=component:default/cart&level=git-commit');
      const user = userEvent.setup();

      await user.click(
        await screen.findByRole('button', {
          name: 'Show all services, not just component:default/cart',
        }),
      );
      await waitFor(() =>
        expect(asked).toEqual([
          '?state=open&level=git-commit&entity=component%3Adefault%2Fcart',
          '?state=open&level=git-commit',
        ]),
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
});
