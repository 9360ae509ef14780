import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import type { EntityFriction } from '@plumbline/backstage-plugin-plumbline-common';
import {
  entityFriction,
  frictionEventPage,
  quietFriction,
  unknownFriction,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { auditRouteRef, coverageRouteRef, rootRouteRef } from '../../routes';
import { FrictionTab } from './FrictionTab';

const ENTITY_URL =
  'http://example.com/api/plumbline/v1/entities/component/default/payments-api';
const NOW = new Date().toISOString();

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
};

describe('FrictionTab', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  let eventQueries: URLSearchParams[] = [];

  beforeEach(() => {
    eventQueries = [];
    server.use(
      http.get(`${ENTITY_URL}/friction/events`, ({ request }) => {
        const query = new URL(request.url).searchParams;
        eventQueries.push(query);
        const page = frictionEventPage();
        const rules = query.getAll('rule');
        return HttpResponse.json(
          rules.length > 0
            ? {
                items: page.items.filter(item => rules.includes(item.ruleId)),
                total: 1,
              }
            : page,
        );
      }),
    );
  });

  function answerWith(friction: EntityFriction) {
    server.use(
      http.get(`${ENTITY_URL}/friction`, () =>
        HttpResponse.json({ ...friction, updatedAt: friction.updatedAt }),
      ),
    );
  }

  function failWith(status: number, name: string, message: string) {
    server.use(
      http.get(`${ENTITY_URL}/friction`, () =>
        HttpResponse.json(
          { error: { name, message }, response: { statusCode: status } },
          { status },
        ),
      ),
    );
  }

  function renderTab(address = '/tab') {
    return renderInTestApp(
      <EntityProvider entity={entity}>
        <FrictionTab />
      </EntityProvider>,
      {
        apis: [
          mockApis.fetch({
            resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
          }),
        ],
        initialRouteEntries: [address],
        mountedRoutes: {
          '/tab': rootRouteRef,
          '/audit': auditRouteRef,
          '/coverage': coverageRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
  }

  it('shows a score whose drivers add up to it', async () => {
    answerWith(entityFriction({ updatedAt: NOW }));
    renderTab();

    expect(
      await screen.findByRole('img', {
        name: 'Friction score 76 of 100, high',
      }),
    ).toBeVisible();
    expect(screen.getByText('24 since yesterday')).toBeVisible();
    expect(screen.getByText('22 above a week ago')).toBeVisible();
    expect(screen.getByText('What makes the 76')).toBeVisible();
    expect(screen.getByText('75.8')).toBeVisible();
    expect(screen.getByText('1 event is not counted')).toBeVisible();
  });

  it('leads from a heatmap cell to its events and back', async () => {
    answerWith(entityFriction({ updatedAt: NOW }));
    renderTab();
    const user = userEvent.setup();
    await screen.findByText('78 in 28 days');

    await user.click(
      screen.getByRole('button', { name: /^Hot-fixed image, Fri 20 Nov/ }),
    );
    expect(await screen.findByText('1 matches')).toBeVisible();
    expect(eventQueries[eventQueries.length - 1].getAll('rule')).toEqual([
      'image-hotfix',
    ]);
    expect(eventQueries[eventQueries.length - 1].get('from')).toBe(
      '2026-11-20T00:00:00.000Z',
    );
    const table = screen.getByRole('grid', { name: 'Friction events' });
    expect(within(table).getByText('omar@example.com')).toBeVisible();
    expect(within(table).queryByText('jane@example.com')).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(await screen.findByText('78 in 28 days')).toBeVisible();
  });

  it('links an event to the activity of the entity', async () => {
    answerWith(entityFriction({ updatedAt: NOW }));
    renderTab();
    const row = await screen.findByRole('row', { name: /jane@example.com/ });
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/activity?event=evt-1',
    );
  });

  it('reads view and filters from the address', async () => {
    answerWith(entityFriction({ updatedAt: NOW }));
    renderTab('/tab?view=hours&hour=89&show=table');

    expect(
      await screen.findByRole('radio', { name: 'Hour of week' }),
    ).toBeChecked();
    expect(
      screen.getByRole('button', { name: 'Show as heatmap' }),
    ).toBeVisible();
    await waitFor(() =>
      expect(eventQueries[eventQueries.length - 1].get('hourOfWeek')).toBe(
        '89',
      ),
    );
  });

  it('proposes next steps by points', async () => {
    answerWith(entityFriction({ updatedAt: NOW }));
    renderTab();
    const card = await screen.findByRole('region', { name: 'What to do next' });
    expect(
      within(card)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Shell in a pod−14.8Give people logs and a read-only shell in the portal',
      'Hot-fixed image−12.5Offer an emergency release in the pipeline',
      'Scaled by hand−10.9Add a HorizontalPodAutoscaler',
    ]);
  });

  it('says that nobody went round the platform only where that is known', async () => {
    answerWith({ ...quietFriction(), updatedAt: NOW });
    renderTab();
    expect(
      await screen.findByText('Nobody went round the platform'),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: 'Friction score 0 of 100, low' }),
    ).toBeVisible();
  });

  it('never turns “could not look” into a 0', async () => {
    answerWith({ ...unknownFriction('no-feed'), updatedAt: NOW });
    renderTab();
    expect(await screen.findByText('Score unknown')).toBeVisible();
    expect(
      screen.getByText('edge-us sends no audit events since 13:48.'),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: 'Friction score unknown' }),
    ).toHaveTextContent('–');
    expect(screen.getByRole('link', { name: 'Open Coverage' })).toHaveAttribute(
      'href',
      '/coverage',
    );
  });

  it('says what to annotate when no object is known to belong to it', async () => {
    answerWith({ ...unknownFriction('not-resolved'), updatedAt: NOW });
    renderTab();
    expect(await screen.findByText('No score')).toBeVisible();
    expect(
      screen.getByText('backstage.io/kubernetes-id: payments-api'),
    ).toBeVisible();
  });

  it('puts the age in front of an old score and says at least when a part is missing', async () => {
    answerWith(
      entityFriction({
        updatedAt: new Date(Date.now() - 6 * 3_600_000).toISOString(),
      }),
    );
    const { unmount } = renderTab();
    expect(
      await screen.findByText('6 h old. Newer events are not in it.'),
    ).toBeVisible();
    unmount();

    answerWith(entityFriction({ updatedAt: NOW, reason: 'edge-us is silent' }));
    renderTab();
    expect(
      await screen.findByText('At least: edge-us is silent'),
    ).toBeVisible();
  });

  it('says which right is missing', async () => {
    failWith(403, 'NotAllowedError', 'Unauthorized');
    renderTab();
    expect(
      await screen.findByText('You may not read friction of payments-api'),
    ).toBeVisible();
    expect(
      screen.getByText('Needs the permission plumbline.friction.read.'),
    ).toBeVisible();
  });

  it('says that our side failed, and asks again on request', async () => {
    failWith(503, 'ServiceUnavailableError', 'database not reachable');
    renderTab();
    const user = userEvent.setup();
    expect(
      await screen.findByText(/503: database not reachable/),
    ).toBeVisible();
    answerWith(entityFriction({ updatedAt: NOW }));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('What makes the 76')).toBeVisible();
  });

  it.each([
    ['scored', entityFriction({ updatedAt: NOW })],
    ['quiet', { ...quietFriction(), updatedAt: NOW }],
    ['without a feed', { ...unknownFriction(), updatedAt: NOW }],
  ])('has no accessibility violation when %s', async (_, friction) => {
    answerWith(friction);
    const { container } = renderTab();
    await screen.findByRole('img', { name: /^Friction score/ });
    await waitFor(() =>
      expect(screen.queryByText(/^Loading/)).not.toBeInTheDocument(),
    );
    expect(await axe(container)).toHaveNoViolations();
  });
});
