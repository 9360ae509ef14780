import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { waysOutFixture } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  API,
  incidentHandlers,
  renderIncident,
} from '../IncidentPage/__testUtils__/renderIncident';

const URL_WAYS = `${API}/incidents/incident-212/ways-out`;

describe('WaysOutCards', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('gives the patch to copy, with what it leaves out', async () => {
    server.use(...incidentHandlers());
    renderIncident('/incident-212');
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');

    const adopt = await screen.findByRole('region', { name: 'Adopt into Git' });
    expect(
      await within(adopt).findByText(/Changes 1 line; comments and order stay/),
    ).toBeVisible();
    expect(
      within(adopt).getByText('A debug container has no place in Git'),
    ).toBeVisible();
    await user.click(within(adopt).getByRole('button', { name: 'Copy patch' }));

    expect(await within(adopt).findByText('Copied')).toBeVisible();
    expect(write).toHaveBeenCalledWith(waysOutFixture().adopt.patches[0].patch);
  });

  it('gives the commands with their warning once, and the incidents they end', async () => {
    server.use(...incidentHandlers());
    renderIncident('/incident-212');

    const restore = await screen.findByRole('region', {
      name: 'Restore from Git',
    });
    expect(
      await within(restore).findAllByText('Restarts all 5 pods'),
    ).toHaveLength(1);
    const [first, second] = within(restore).getAllByRole('listitem');
    expect(first).toHaveTextContent(/^Sets the image.*kubectl set image/);
    expect(second).toHaveTextContent(/^Applies the whole file.*kubectl apply/);
    expect(
      within(restore).getByRole('link', { name: 'INC-215' }),
    ).toHaveAttribute('href', '/drift-incidents/incident-215');
    expect(restore).toHaveTextContent('Plumbline runs nothing');
  });

  it('says why a way is not there', async () => {
    server.use(
      http.get(URL_WAYS, () =>
        HttpResponse.json(
          waysOutFixture({
            adopt: {
              reason: 'Rendered by Helm from charts/payments/values.yaml',
              patches: [],
              notAdopted: [],
            },
            restore: {
              reason: 'Argo CD restores it by itself',
              commands: [],
              ends: [],
            },
          }),
        ),
      ),
      ...incidentHandlers(),
    );
    renderIncident('/incident-212');

    expect(await screen.findByText('Nothing can be adopted')).toBeVisible();
    expect(screen.getByText(/^Rendered by Helm/)).toBeVisible();
    expect(screen.getByText('Argo CD restores it by itself')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Copy patch' }),
    ).not.toBeInTheDocument();
  });
});
