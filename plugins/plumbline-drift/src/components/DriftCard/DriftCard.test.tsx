import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { EntityDrift } from '@plumbline/backstage-plugin-plumbline-common';
import {
  entityDriftFixture,
  targetFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { driftTabRouteRef, incidentsRouteRef } from '../../routes';
import { DriftCard } from './DriftCard';

const DRIFT_URL =
  'http://example.com/api/plumbline/v1/entities/component/default/payments-api/drift';

describe('DriftCard', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  function renderCard(drift: EntityDrift) {
    let requests = 0;
    server.use(
      http.get(DRIFT_URL, () => {
        requests += 1;
        return HttpResponse.json(drift);
      }),
    );
    const rendered = renderInTestApp(
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'payments-api', namespace: 'default' },
        }}
      >
        <DriftCard />
      </EntityProvider>,
      {
        apis: [
          mockApis.fetch({
            resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
          }),
        ],
        mountedRoutes: {
          '/drift-incidents': incidentsRouteRef,
          '/drift': driftTabRouteRef,
        },
      },
    );
    return { ...rendered, requests: () => requests };
  }

  it('shows the answer, the newest live changes and the way to the rest with one request', async () => {
    const { container, requests } = renderCard(entityDriftFixture());

    expect(await screen.findByText('At least 8 fields drift')).toBeVisible();
    const newest = screen.getByRole('list', { name: 'Newest incidents' });
    expect(
      within(newest)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      'jane@example.com scaled payments-api from 3 to 5',
      'payments-config was last written with kubectl-edit; person unknown',
      'omar@example.com hot-fixed payments-api',
    ]);
    expect(within(newest).getAllByText('Proven')).toHaveLength(2);
    expect(
      screen.getByRole('link', { name: 'All 7 incidents' }),
    ).toHaveAttribute('href', '/drift');
    expect(requests()).toBe(1);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is calm when everything was looked at and nothing drifts', async () => {
    renderCard(
      entityDriftFixture({
        state: 'in-sync',
        findings: [],
        openIncidents: [],
        targets: [targetFixture()],
        counts: {
          drift: 0,
          expected: 4,
          ignored: 0,
          excluded: 0,
          unverifiable: 0,
        },
      }),
    );

    expect(await screen.findByText('As in Git')).toBeVisible();
    expect(
      screen.getByText('All 14 objects on prod-eu match 4f2c9e1.'),
    ).toBeVisible();
  });

  it('does not say a number when no cluster answered', async () => {
    renderCard(
      entityDriftFixture({
        state: 'unobservable',
        findings: [],
        openIncidents: [],
        targets: entityDriftFixture().targets.slice(2),
      }),
    );

    expect(await screen.findByText('Drift is unknown')).toBeVisible();
    expect(screen.getByText('edge-us cannot be checked')).toBeVisible();
    expect(screen.queryByText(/Expected/)).not.toBeInTheDocument();
  });
});
