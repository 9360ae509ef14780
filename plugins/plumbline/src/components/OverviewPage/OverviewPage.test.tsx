import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { Overview } from '@plumbline/backstage-plugin-plumbline-common';
import { overviewFixture } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { BACKEND, renderPage } from '../../__testUtils__/renderPage';
import { OverviewPage } from './OverviewPage';

describe('OverviewPage', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  let queries: URLSearchParams[] = [];

  beforeEach(() => {
    queries = [];
  });

  function answerWith(overview: Overview) {
    server.use(
      http.get(`${BACKEND}/overview`, ({ request }) => {
        queries.push(new URL(request.url).searchParams);
        return HttpResponse.json(overview);
      }),
    );
  }

  it('shows five figures, at least where a cluster could not be looked at', async () => {
    answerWith(overviewFixture());
    renderPage(<OverviewPage />);

    expect(await screen.findByText('at least 23')).toBeVisible();
    expect(screen.getByText('at least 11')).toBeVisible();
    expect(screen.getByText('5 h')).toBeVisible();
    expect(screen.getByText('10 of 12')).toBeVisible();
    expect(screen.getByText('Not everything could be looked at')).toBeVisible();
    expect(
      screen.getByText(/edge-us: connection timed out since/),
    ).toBeVisible();
  });

  it('links incidents, feeds, coverage and services', async () => {
    answerWith(overviewFixture());
    renderPage(<OverviewPage />);

    const incidents = await screen.findByRole('grid', {
      name: 'Newest incidents',
    });
    expect(
      within(incidents).getByRole('link', { name: /jane@example.com scaled/ }),
    ).toHaveAttribute('href', '/incidents/inc-214');
    expect(within(incidents).getByText('Proven')).toBeVisible();
    expect(within(incidents).getByText('Tool only')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All 11' })).toHaveAttribute(
      'href',
      '/incidents',
    );
    expect(screen.getByRole('link', { name: '3 clusters' })).toHaveAttribute(
      'href',
      '/feeds',
    );
    expect(screen.getByRole('link', { name: '2 need set-up' })).toHaveAttribute(
      'href',
      '/coverage',
    );
    expect(
      screen.getByRole('link', { name: '2.1 % of events' }),
    ).toHaveAttribute('href', '/unattributed');
  });

  it('is all good only when everything could be looked at', async () => {
    answerWith(overviewFixture({ incidents: [] }));
    const { unmount } = renderPage(<OverviewPage />);
    expect(
      await screen.findByText('No open incident where we could look'),
    ).toBeVisible();
    unmount();

    answerWith(overviewFixture({ incidents: [], unobserved: [] }));
    renderPage(<OverviewPage />);
    expect(await screen.findByText('No open incident')).toBeVisible();
    expect(
      screen.queryByText('Not everything could be looked at'),
    ).not.toBeInTheDocument();
  });

  it('asks for what the address says', async () => {
    answerWith(overviewFixture());
    renderPage(
      <OverviewPage />,
      '/?owner=group:default/payments&days=7&trend=table',
    );
    await screen.findByText('at least 23');
    expect(Object.fromEntries(queries[0])).toEqual({
      owner: 'group:default/payments',
      days: '7',
    });
    expect(screen.getByRole('button', { name: 'Show as chart' })).toBeVisible();
  });

  it('says which right is missing, and that our side failed', async () => {
    server.use(
      http.get(`${BACKEND}/overview`, () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'Unauthorized' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );
    const { unmount } = renderPage(<OverviewPage />);
    expect(
      await screen.findByText('You may not read the overview'),
    ).toBeVisible();
    unmount();

    server.use(
      http.get(`${BACKEND}/overview`, () =>
        HttpResponse.json(
          {
            error: { name: 'ServiceUnavailableError', message: 'no database' },
            response: { statusCode: 503 },
          },
          { status: 503 },
        ),
      ),
    );
    renderPage(<OverviewPage />);
    const user = userEvent.setup();
    expect(await screen.findByText(/503: no database/)).toBeVisible();
    answerWith(overviewFixture());
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('at least 23')).toBeVisible();
  });

  it('has no accessibility violation', async () => {
    answerWith(overviewFixture());
    const { container } = renderPage(<OverviewPage />);
    await screen.findByText('at least 23');
    expect(await axe(container)).toHaveNoViolations();
  });
});
