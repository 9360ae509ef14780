import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import {
  feedFixtures,
  quarantinePage,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { BACKEND, renderPage } from '../../__testUtils__/renderPage';
import { FeedsPage } from './FeedsPage';

describe('FeedsPage', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  beforeEach(() => {
    server.use(
      http.get(`${BACKEND}/feeds`, () =>
        HttpResponse.json({ items: feedFixtures() }),
      ),
      http.get(`${BACKEND}/quarantine`, ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.get('cluster') === 'prod-eu'
            ? quarantinePage()
            : { items: [] },
        ),
      ),
    );
  });

  it('says what arrived, what was kept back and what is unknown', async () => {
    renderPage(<FeedsPage />);
    const row = await screen.findByRole('row', { name: /prod-eu/ });
    expect(within(row).getByText('15,220')).toBeVisible();
    expect(within(row).getByText('Partial')).toBeVisible();
    expect(within(row).getByRole('link', { name: '2' })).toHaveAttribute(
      'href',
      '/feeds?quarantine=prod-eu',
    );
    expect(
      screen.getByText(
        /connection timed out.*Drift there is unknown, not zero. Friction there is unknown, not zero./,
      ),
    ).toBeVisible();
  });

  it('lists what is in quarantine, each with its reason', async () => {
    const { container } = renderPage(<FeedsPage />, '/?quarantine=prod-eu');
    const user = userEvent.setup();
    const list = await screen.findByRole('grid', {
      name: 'Quarantine of prod-eu',
    });
    expect(within(list).getByText('auditID is missing')).toBeVisible();
    expect(within(list).getByText('5,242,880')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();

    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(
        screen.queryByRole('grid', { name: 'Quarantine of prod-eu' }),
      ).not.toBeInTheDocument(),
    );
  });

  it('says where clusters come from when there is none', async () => {
    server.use(
      http.get(`${BACKEND}/feeds`, () => HttpResponse.json({ items: [] })),
    );
    renderPage(<FeedsPage />);
    expect(await screen.findByText('No cluster is configured')).toBeVisible();
  });

  it('says that our side failed', async () => {
    server.use(
      http.get(`${BACKEND}/feeds`, () =>
        HttpResponse.json(
          {
            error: { name: 'ServiceUnavailableError', message: 'no database' },
            response: { statusCode: 503 },
          },
          { status: 503 },
        ),
      ),
    );
    renderPage(<FeedsPage />);
    expect(await screen.findByText(/503: no database/)).toBeVisible();
  });
});
