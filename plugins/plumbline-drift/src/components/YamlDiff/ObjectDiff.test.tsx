import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  findingFixture,
  objectManifestsFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { ObjectDiff } from './ObjectDiff';

const MANIFESTS =
  'http://example.com/api/plumbline/v1/entities/component/default/payments-api/manifests';

describe('ObjectDiff', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('hides what the server filled in until it is asked for', async () => {
    const fixture = objectManifestsFixture();
    server.use(
      http.get(MANIFESTS, ({ request }) => {
        const filled = new URL(request.url).searchParams.get('serverFilled');
        return HttpResponse.json({
          ...fixture,
          live:
            filled === 'hide'
              ? fixture.live
              : `${fixture.live}  revisionHistoryLimit: 10\n`,
        });
      }),
    );
    renderInTestApp(
      <ObjectDiff
        entityRef="component:default/payments-api"
        findings={[findingFixture()]}
        chosen=""
        onChoose={() => {}}
      />,
      {
        apis: [
          mockApis.fetch({
            resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
          }),
        ],
      },
    );
    const diff = () =>
      screen.findByRole(
        'region',
        { name: /Git and live YAML/ },
        { timeout: 10_000 },
      );
    expect(within(await diff()).getByText(/replicas: 5/)).toBeVisible();
    expect(screen.queryByText(/revisionHistoryLimit/)).not.toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('switch', { name: 'Show what the server filled in' }),
    );
    expect(await screen.findByText(/revisionHistoryLimit: 10/)).toBeVisible();
    expect(within(await diff()).getByText(/replicas: 5/)).toBeVisible();
  });
});
