import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { coveragePage } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { BACKEND, renderPage } from '../../__testUtils__/renderPage';
import { CoveragePage } from './CoveragePage';

describe('CoveragePage', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  beforeEach(() => {
    server.use(
      http.get(`${BACKEND}/coverage`, () => HttpResponse.json(coveragePage())),
    );
  });

  it('shows five steps per entity; after the first that fails, none is reached', async () => {
    renderPage(<CoveragePage />);
    const row = await screen.findByRole('row', { name: /catalog-sync/ });
    expect(
      within(row).getByText(
        'deploy/production is not in main; deploy/prod exists',
      ),
    ).toBeVisible();
    expect(within(row).getAllByText('not reached')).toHaveLength(2);
    expect(within(row).getAllByRole('img', { name: 'holds' })).toHaveLength(2);
  });

  it('opens an entity by keyboard, with what to paste, and closes it', async () => {
    renderPage(<CoveragePage />);
    const user = userEvent.setup();
    const row = await screen.findByRole('row', { name: /gift-cards/ });
    row.focus();
    await user.keyboard('{Enter}');

    const drawer = await screen.findByRole('complementary', {
      name: 'Coverage of gift-cards',
    });
    expect(
      within(drawer).getByRole('region', { name: 'Annotation to paste' }),
    ).toHaveTextContent('plumbline.io/manifests: deploy/prod');
    expect(await axe(drawer)).toHaveNoViolations();

    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('complementary')).not.toBeInTheDocument(),
    );
  });

  it('opens the entity that the address names', async () => {
    renderPage(<CoveragePage />, '/?entity=component:default/edge-proxy');
    expect(
      await screen.findByRole('complementary', {
        name: 'Coverage of edge-proxy',
      }),
    ).toHaveTextContent('edge-us does not answer');
  });

  it('says which right is missing', async () => {
    server.use(
      http.get(`${BACKEND}/coverage`, () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'Unauthorized' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );
    renderPage(<CoveragePage />);
    expect(
      await screen.findByText('Needs the permission plumbline.coverage.read.'),
    ).toBeVisible();
  });

  it('has no accessibility violation', async () => {
    const { container } = renderPage(<CoveragePage />);
    await screen.findByRole('row', { name: /gift-cards/ });
    expect(await axe(container)).toHaveNoViolations();
  });
});
