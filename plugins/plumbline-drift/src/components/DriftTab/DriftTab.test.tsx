import { mockBreakpoint } from '@backstage/core-components/testUtils';
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
  entityDriftFixture,
  findingFixture,
  objectManifestsFixture,
  targetFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import type { EntityDrift } from '@plumbline/backstage-plugin-plumbline-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  auditRouteRef,
  driftTabRouteRef,
  incidentsRouteRef,
} from '../../routes';
import { DriftTab } from './DriftTab';

const BASE = 'http://example.com/api/plumbline/v1';
const ENTITY_URL = `${BASE}/entities/component/default/payments-api`;

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
};

describe('DriftTab', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  // So that the evidence stands beside the table.
  beforeAll(() => mockBreakpoint({ matches: true }));

  function answerWith(drift: EntityDrift) {
    server.use(http.get(`${ENTITY_URL}/drift`, () => HttpResponse.json(drift)));
  }

  function renderTab(address = '/tab') {
    return renderInTestApp(
      <EntityProvider entity={entity}>
        <DriftTab />
      </EntityProvider>,
      {
        apis: [
          mockApis.fetch({
            resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
          }),
        ],
        initialRouteEntries: [address],
        mountedRoutes: {
          '/drift-incidents': incidentsRouteRef,
          '/tab': driftTabRouteRef,
          '/audit': auditRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
  }

  it('says how many fields drift, by whom and how sure that is', async () => {
    answerWith(entityDriftFixture());
    renderTab();

    expect(await screen.findByText('At least 8 fields drift')).toBeVisible();
    expect(screen.getByText('edge-us cannot be checked')).toBeVisible();
    const row = screen.getByRole('row', { name: /spec\.replicas/ });
    expect(within(row).getByText('Proven')).toBeVisible();
    expect(within(row).getByText('jane@example.com')).toBeVisible();
    expect(within(row).getByText(/kubectl scale/)).toBeVisible();
  });

  it('opens the evidence by keyboard, walks on and gives the focus back', async () => {
    answerWith(entityDriftFixture());
    renderTab();
    const user = userEvent.setup();

    const row = await screen.findByRole('row', { name: /spec\.replicas/ });
    act(() => row.focus());
    await user.keyboard('{Enter}');

    const drawer = await screen.findByRole('complementary', {
      name: 'Evidence for spec.replicas',
    });
    expect(drawer).toHaveFocus();
    expect(
      within(drawer).getByText('The request body sets this field to 5'),
    ).toBeVisible();
    expect(
      within(drawer).getByRole('link', { name: /7c1e4b52/ }),
    ).toHaveAttribute(
      'href',
      '/audit?event=7c1e4b52-93aa-4d0e-b1f6-2f60c8d5a913',
    );

    await user.keyboard('j');
    expect(
      await screen.findByRole('complementary', {
        name: 'Evidence for spec.ports[http].targetPort',
      }),
    ).toBeVisible();
    await user.keyboard('k');
    await screen.findByRole('complementary', {
      name: 'Evidence for spec.replicas',
    });

    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('complementary')).not.toBeInTheDocument(),
    );
    expect(screen.getByRole('row', { name: /spec\.replicas/ })).toHaveFocus();
  });

  it('lists the reasons of another verdict instead of people', async () => {
    answerWith(entityDriftFixture());
    renderTab();
    const user = userEvent.setup();

    await user.click(await screen.findByRole('radio', { name: /Ignored/ }));

    expect(
      await screen.findByText(/Rule rotated-secrets: rotated by/),
    ).toBeVisible();
    expect(screen.getByRole('columnheader', { name: 'Why' })).toBeVisible();
    expect(screen.queryByText('spec.replicas')).not.toBeInTheDocument();
    expect(screen.getByText('changed, 32 characters')).toBeVisible();
  });

  it('lists the first of very many, the others on demand, and the open one always', async () => {
    const findings = Array.from({ length: 230 }, (_, index) =>
      findingFixture({ id: `f${index}`, path: `spec.field${index}` }),
    );
    answerWith(entityDriftFixture({ findings }));
    renderTab('/tab?sort=field&group=none');
    const user = userEvent.setup();

    expect(
      await screen.findByText('The first 100 of 230 are listed.'),
    ).toBeVisible();
    expect(screen.getAllByRole('row')).toHaveLength(101);

    await user.click(screen.getByRole('button', { name: 'Show 100 more' }));
    expect(screen.getAllByRole('row')).toHaveLength(201);
    await user.click(screen.getByRole('button', { name: 'Show 30 more' }));
    expect(screen.getAllByRole('row')).toHaveLength(231);
    expect(screen.queryByText(/are listed/)).not.toBeInTheDocument();
  }, 30_000);

  it('lists the row of the evidence that is open, also when it is a late one', async () => {
    const findings = Array.from({ length: 130 }, (_, index) =>
      findingFixture({ id: `f${index}`, path: `spec.field${1000 + index}` }),
    );
    answerWith(entityDriftFixture({ findings }));
    renderTab('/tab?sort=field&group=none&field=f129');
    const user = userEvent.setup();
    await screen.findByRole('complementary', { name: /field1129/ });

    await user.keyboard('{Escape}');

    expect(screen.getByRole('row', { name: /field1129/ })).toHaveFocus();
  }, 30_000);

  it('reads the filters from the address', async () => {
    answerWith(entityDriftFixture());
    renderTab('/tab?cluster=staging&level=likely');

    expect(
      await screen.findByText('1 drifted field in 1 incident'),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: /livenessProbe/ })).toBeVisible();
  });

  it('shows the raw diff of an object', async () => {
    answerWith(entityDriftFixture({ findings: [findingFixture()] }));
    server.use(
      http.get(`${ENTITY_URL}/manifests`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        return searchParams.get('target') === 'prod-eu' &&
          searchParams.get('ref') === 'apps/v1/Deployment/payments/payments-api'
          ? HttpResponse.json(objectManifestsFixture())
          : HttpResponse.json({}, { status: 400 });
      }),
    );
    renderTab('/tab?show=yaml');

    const diff = await screen.findByRole(
      'region',
      { name: /Git and live YAML/ },
      { timeout: 10_000 },
    );
    expect(within(diff).getByText(/replicas: 5/)).toBeVisible();
  });

  it('shows the objects as a tree and the fields of one of them', async () => {
    const counts = entityDriftFixture().counts;
    answerWith(entityDriftFixture());
    server.use(
      http.get(`${ENTITY_URL}/objects`, () =>
        HttpResponse.json({
          entityRef: 'component:default/payments-api',
          targets: [
            {
              target: targetFixture(),
              objects: [
                {
                  id: 'a',
                  ref: findingFixture().ref,
                  object: findingFixture().object,
                  origin: 'declared',
                  verdict: 'drift',
                  counts: { ...counts, drift: 2 },
                },
                {
                  id: 'b',
                  parent: 'a',
                  ref: 'apps/v1/ReplicaSet/payments/payments-api-1',
                  object: {
                    apiVersion: 'apps/v1',
                    kind: 'ReplicaSet',
                    namespace: 'payments',
                    name: 'payments-api-1',
                  },
                  origin: 'generated',
                  verdict: 'not-compared',
                  reason: 'made by Deployment/payments-api',
                  counts,
                },
              ],
            },
          ],
        }),
      ),
    );
    const { container } = renderTab('/tab?show=objects');
    const user = userEvent.setup();

    const parent = await screen.findByRole('row', {
      name: /Deployment payments-api/,
    });
    expect(parent).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('made by Deployment/payments-api')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();

    await user.tab();
    act(() => parent.focus());
    await user.keyboard('{ArrowLeft}');
    expect(parent).toHaveAttribute('aria-expanded', 'false');
    expect(
      screen.queryByText('made by Deployment/payments-api'),
    ).not.toBeInTheDocument();

    await user.keyboard('{Enter}');
    expect(
      await screen.findByRole('row', { name: /spec\.replicas/ }),
    ).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: /^Show all objects, not just/ }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: /^Show all objects, not just/ }),
      ).not.toBeInTheDocument(),
    );
    expect(screen.getByRole('row', { name: /livenessProbe/ })).toBeVisible();
  });

  it('starts a check and shows its answer', async () => {
    answerWith(entityDriftFixture());
    renderTab();
    const user = userEvent.setup();
    await screen.findByText('At least 8 fields drift');

    server.use(
      http.post(`${ENTITY_URL}/drift-runs`, () =>
        HttpResponse.json({ runs: [] }, { status: 202 }),
      ),
    );
    answerWith(
      entityDriftFixture({
        state: 'in-sync',
        findings: [],
        openIncidents: [],
        targets: [targetFixture()],
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Check now' }));

    expect(
      await screen.findAllByText('All 14 objects on prod-eu match 4f2c9e1.'),
    ).not.toHaveLength(0);
  });

  it('never turns “could not look” into 0 or into good news', async () => {
    answerWith(
      entityDriftFixture({
        state: 'unobservable',
        reason: 'Connection timed out',
        targets: entityDriftFixture().targets.slice(2),
        counts: {
          drift: 0,
          expected: 0,
          ignored: 0,
          excluded: 0,
          unverifiable: 8,
        },
        findings: [],
        openIncidents: [],
      }),
    );
    renderTab();

    expect(await screen.findByText('Drift is unknown')).toBeVisible();
    expect(screen.getByText('Nothing could be compared')).toBeVisible();
    expect(screen.queryByText('As in Git')).not.toBeInTheDocument();
    expect(screen.queryByText(/^0 drifted/)).not.toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /Drift unknown/ })).toBeVisible();
  });

  it('puts the age in front of an old answer', async () => {
    answerWith(entityDriftFixture({ state: 'stale' }));
    renderTab();

    expect(await screen.findByText(/8 fields drifted at/)).toBeVisible();
    expect(
      screen.getByText(/^Last check .* ago, due every 10 min/),
    ).toBeVisible();
  });

  it.each([
    ['partial', entityDriftFixture()],
    [
      'in-sync',
      entityDriftFixture({
        state: 'in-sync',
        findings: [],
        openIncidents: [],
        targets: [targetFixture()],
      }),
    ],
    ['not-set-up', entityDriftFixture({ state: 'not-set-up' })],
  ])('has no accessibility violation when %s', async (_, drift) => {
    answerWith(drift);
    const { container } = renderTab();
    await screen.findAllByText(/drift|As in Git/i);
    await waitFor(() =>
      expect(screen.queryByText(/^Loading/)).not.toBeInTheDocument(),
    );

    expect(await axe(container)).toHaveNoViolations();
  });
});
