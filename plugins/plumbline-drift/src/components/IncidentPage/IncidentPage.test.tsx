import { mockBreakpoint } from '@backstage/core-components/testUtils';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import {
  hotFixDetailFixture,
  incidentDetailFixture,
  incidentFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  API,
  incidentHandlers,
  refuse,
  renderIncident,
} from './__testUtils__/renderIncident';

const URL_212 = `${API}/incidents/incident-212`;

describe('IncidentPage', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  // So that the evidence stands beside the table.
  beforeAll(() => mockBreakpoint({ matches: true }));

  it('tells what happened, where it stands, what to do and what hangs on it', async () => {
    server.use(...incidentHandlers());
    const { container } = renderIncident('/incident-212');

    expect(
      await screen.findByRole('heading', {
        name: 'omar@example.com hot-fixed payments-api, left a debug container',
      }),
    ).toBeVisible();
    expect(screen.getByText(/since the first write/)).toBeVisible();
    expect(screen.getByText('2 s after the write')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'payments' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments');
    const step = screen.getByRole('listitem', { current: 'step' });
    expect(step).toHaveTextContent(/^Acknowledged.*by omar$/);

    const cause = screen.getByRole('region', { name: /^Cause/ });
    expect(within(cause).getByText('Proven')).toBeVisible();
    expect(
      within(cause).getByText('one user, 2 writes, 6 min 31 s apart'),
    ).toBeVisible();
    expect(within(cause).getByText(/^kubectl debug/)).toBeVisible();
    expect(within(cause).getByText(/^kubectl set image/)).toBeVisible();

    const advice = screen.getByRole('region', { name: 'Recommendation' });
    expect(within(advice).getByText(/^Rule 9 of 14\. A person/)).toBeVisible();
    const before = screen.getByRole('region', { name: 'Seen before' });
    expect(await within(before).findByText('5 h 10 min')).toBeVisible();
    expect(within(before).getByText('2 / 1')).toBeVisible();
    expect(
      screen.getByRole('link', {
        name: 'Open the audit event: jane@example.com scaled payments-api from 3 to 5',
      }),
    ).toHaveAttribute(
      'href',
      '/audit?event=7c1e4b52-93aa-4d0e-b1f6-2f60c8d5a913',
    );

    await screen.findByText('Restarts all 5 pods');
    await screen.findByRole('region', {
      name: 'Patch of deploy/prod/deployment.yaml',
    });
    await screen.findByRole('group', { name: /on one axis/ });
    expect(await axe(container)).toHaveNoViolations();
  });

  it('opens the evidence from the cause', async () => {
    server.use(...incidentHandlers());
    renderIncident('/incident-212');
    const user = userEvent.setup();

    await user.click(
      await screen.findByRole('button', { name: 'Show evidence' }),
    );

    expect(
      await screen.findByRole('complementary', {
        name: 'Evidence for spec.ephemeralContainers[debugger-8xk2p]',
      }),
    ).toHaveTextContent('omar@example.com attached a debug container');
  });

  it('says that nothing is known when there is no cause', async () => {
    const incident = incidentFixture({
      id: 'incident-198',
      level: 'none',
      cause: null,
      findings: [],
      recommendation: undefined,
      unverifiedSince: '2026-11-20T13:48:00.000Z',
      reopenings: 2,
      previousIncident: { id: 'incident-101', number: 101 },
    });
    server.use(...incidentHandlers(incidentDetailFixture(incident)));
    renderIncident('/incident-198');

    expect(await screen.findByText(/No evidence of who or what/)).toBeVisible();
    expect(
      screen.getByText(/whether this still differs is unknown/),
    ).toBeVisible();
    expect(screen.getByText(/Came back 2 times/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'INC-101' })).toHaveAttribute(
      'href',
      '/drift-incidents/incident-101',
    );
    expect(screen.getByText('Nobody looks after this yet.')).toBeVisible();
    expect(
      await screen.findByText('None on record in the last 90 days.'),
    ).toBeVisible();
  });

  it('names a commit as the cause of what waits in Git', async () => {
    const incident = incidentFixture({
      level: 'git-commit',
      cause: {
        commit: '4f2c9e1b7d0a3e5f6c8b9a0d1e2f3a4b5c6d7e8f',
        author: 'lena.ortiz',
        message: 'Raise memory limit',
        url: 'https://git.example.com/acme/payments/commit/4f2c9e1',
      },
    });
    server.use(...incidentHandlers(incidentDetailFixture(incident)));
    renderIncident('/incident-214');

    expect(
      await screen.findByRole('link', { name: '4f2c9e1' }),
    ).toHaveAttribute(
      'href',
      'https://git.example.com/acme/payments/commit/4f2c9e1',
    );
    expect(screen.getByText(/by lena\.ortiz/)).toBeVisible();
  });

  it('shows who fights over a field', async () => {
    server.use(
      ...incidentHandlers(
        hotFixDetailFixture({
          fight: {
            managers: ['argocd-controller', 'kubectl'],
            path: 'spec.replicas',
            since: '2026-11-20T10:00:00.000Z',
            turns: 4,
            values: [3, 5],
          },
        }),
      ),
    );
    renderIncident('/incident-212');

    const fight = await screen.findByRole('region', {
      name: 'Two managers fight',
    });
    expect(fight).toHaveTextContent(
      'argocd-controller and kubectl set this field in turn, 4 times so far.',
    );
    expect(
      within(fight).getByRole('img', { name: 'in turn with' }),
    ).toBeVisible();
  });

  it('says that an incident is not there', async () => {
    server.use(
      http.get(`${API}/incidents/gone`, () => refuse(404, 'NotFoundError')),
    );
    renderIncident('/gone');

    expect(
      await screen.findByText('This incident was not found'),
    ).toBeVisible();
  });

  it('keeps the page when one of its parts fails', async () => {
    server.use(
      http.get(`${URL_212}/timeline`, () => refuse(503, 'ServiceUnavailable')),
      http.get(`${URL_212}/ways-out`, () => refuse(403, 'NotAllowedError')),
      http.get(`${API}/incident-statistics`, () => refuse(500, 'Error')),
      ...incidentHandlers(),
    );
    renderIncident('/incident-212');

    expect(
      await screen.findByText(
        'The timeline of this incident could not be loaded',
      ),
    ).toBeVisible();
    expect(
      await screen.findAllByText(
        'You may not read the ways out of this incident',
      ),
    ).toHaveLength(2);
    expect(
      await screen.findByText('Earlier incidents could not be loaded'),
    ).toBeVisible();
    expect(screen.getByRole('region', { name: /^Cause/ })).toBeVisible();
    expect(screen.getByText('2 fields')).toBeVisible();
  });

  describe('state', () => {
    async function choose(
      user: ReturnType<typeof userEvent.setup>,
      item: string,
    ) {
      await user.click(
        await screen.findByRole('button', { name: 'Change state' }),
      );
      await user.click(await screen.findByRole('menuitem', { name: item }));
    }

    it('is acknowledged with a note and an end', async () => {
      const open = hotFixDetailFixture({
        state: 'open',
        acknowledgement: undefined,
      });
      let sent: unknown;
      server.use(
        http.post(`${URL_212}/state`, async ({ request }) => {
          sent = await request.json();
          server.use(...incidentHandlers());
          return HttpResponse.json(hotFixDetailFixture());
        }),
        ...incidentHandlers(open),
      );
      renderIncident('/incident-212');
      const user = userEvent.setup();

      await choose(user, 'Acknowledge…');
      const dialog = await screen.findByRole('dialog', {
        name: 'Acknowledge INC-212',
      });
      expect(await axe(dialog)).toHaveNoViolations();
      await user.type(
        within(dialog).getByRole('textbox', { name: /^Note/ }),
        'Fix is in PR 812',
      );
      await user.click(within(dialog).getByRole('button', { name: /Holds/ }));
      await user.click(screen.getByRole('option', { name: 'For 4 hours' }));
      await user.click(
        within(dialog).getByRole('button', { name: 'Acknowledge' }),
      );

      await waitFor(() =>
        expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
      );
      expect(sent).toEqual({
        state: 'acknowledged',
        note: 'Fix is in PR 812',
        until: expect.stringMatching(/Z$/),
      });
      expect(
        await screen.findByText(/^Card payments failed on 2\.14\.0/),
      ).toBeVisible();
    });

    it('keeps the form with the reason when the backend refuses', async () => {
      server.use(
        http.post(`${URL_212}/state`, () =>
          refuse(409, 'ConflictError', 'INC-212 is resolved'),
        ),
        ...incidentHandlers(),
      );
      renderIncident('/incident-212');
      const user = userEvent.setup();

      await user.click(
        await screen.findByRole('button', { name: 'Edit note' }),
      );
      const dialog = await screen.findByRole('dialog');
      expect(
        within(dialog).getByRole('textbox', { name: /^Note/ }),
      ).toHaveValue(
        'Card payments failed on 2.14.0 (timeout in 3DS). Fix is in PR 812, will be released today.',
      );
      await user.click(within(dialog).getByRole('button', { name: /Holds/ }));
      await user.click(
        screen.getByRole('option', { name: 'Until it is resolved' }),
      );
      await user.click(within(dialog).getByRole('button', { name: 'Save' }));

      expect(
        await within(dialog).findByText(/409: INC-212 is resolved/),
      ).toBeVisible();
    });

    it('goes back to open', async () => {
      let sent: unknown;
      server.use(
        http.post(`${URL_212}/state`, async ({ request }) => {
          sent = await request.json();
          server.use(
            ...incidentHandlers(
              hotFixDetailFixture({
                state: 'open',
                acknowledgement: undefined,
              }),
            ),
          );
          return HttpResponse.json(hotFixDetailFixture({ state: 'open' }));
        }),
        ...incidentHandlers(),
      );
      renderIncident('/incident-212');
      const user = userEvent.setup();

      await choose(user, 'Take acknowledgement back');

      expect(
        await screen.findByText('Nobody looks after this yet.'),
      ).toBeVisible();
      expect(sent).toEqual({ state: 'open' });
    });

    it('of a resolved incident is nobody’s to change', async () => {
      server.use(
        ...incidentHandlers(
          hotFixDetailFixture({
            state: 'resolved',
            resolvedAt: '2026-11-20T15:00:00.000Z',
            resolution: 'adopted in Git',
          }),
        ),
      );
      renderIncident('/incident-212');

      expect(await screen.findByText(/Resolved: adopted in Git/)).toBeVisible();
      expect(
        screen.getByRole('button', { name: 'Change state' }),
      ).toBeDisabled();
      expect(screen.getByText('Lasted')).toBeVisible();
      expect(
        screen.queryByRole('region', { name: 'Adopt into Git' }),
      ).not.toBeInTheDocument();
    });
  });
});
