import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  entityFriction,
  quietFriction,
  unknownFriction,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { FrictionCard } from './FrictionCard';

const URL_OF_CARD =
  'http://example.com/api/plumbline/v1/entities/component/default/payments-api/friction';
const updatedAt = new Date().toISOString();

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
};

describe('FrictionCard', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  function renderCard(answer: () => Response) {
    server.use(http.get(URL_OF_CARD, answer));
    return renderInTestApp(
      <EntityProvider entity={entity}>
        <FrictionCard />
      </EntityProvider>,
      {
        apis: [
          mockApis.fetch({
            resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
          }),
        ],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
  }

  it('shows the score, three drivers, the rest in one line and the way on', async () => {
    const { container } = renderCard(() =>
      HttpResponse.json(entityFriction({ updatedAt })),
    );
    expect(
      await screen.findByRole('img', {
        name: 'Friction score 76 of 100, high',
      }),
    ).toBeVisible();
    expect(screen.getByText('14.8')).toBeVisible();
    expect(screen.getByText('5 other rules')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'What to do next' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/friction',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that nobody went round the platform', async () => {
    renderCard(() => HttpResponse.json({ ...quietFriction(), updatedAt }));
    expect(
      await screen.findByText('Nobody went round the platform in 30 days.'),
    ).toBeVisible();
  });

  it('says unknown and why, not 0', async () => {
    renderCard(() => HttpResponse.json({ ...unknownFriction(), updatedAt }));
    expect(await screen.findByText('Score unknown')).toBeVisible();
    expect(screen.queryByText('0')).not.toBeInTheDocument();
  });

  it('stays in its place when the right is missing', async () => {
    renderCard(() =>
      HttpResponse.json(
        {
          error: { name: 'NotAllowedError', message: 'Unauthorized' },
          response: { statusCode: 403 },
        },
        { status: 403 },
      ),
    );
    expect(
      await screen.findByText('You may not read friction of payments-api'),
    ).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Friction' })).toBeVisible();
  });
});
