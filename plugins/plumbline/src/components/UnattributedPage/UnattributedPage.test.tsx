import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { unattributedPage } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { BACKEND, renderPage } from '../../__testUtils__/renderPage';
import { UnattributedPage } from './UnattributedPage';

describe('UnattributedPage', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const answerWith = (page: object) =>
    server.use(
      http.get(`${BACKEND}/unattributed`, () => HttpResponse.json(page)),
    );

  it('lists objects with the reason, the candidates and their events', async () => {
    answerWith(unattributedPage());
    const { container } = renderPage(<UnattributedPage />);
    const row = await screen.findByRole('row', { name: /shared-flags/ });
    expect(within(row).getByText('two entities select it')).toBeVisible();
    expect(within(row).getByRole('link', { name: 'cart' })).toHaveAttribute(
      'href',
      '/catalog/default/component/cart',
    );
    expect(within(row).getByRole('link', { name: '3' })).toHaveAttribute(
      'href',
      '/audit?cluster=staging&q=shared-flags&time=30d&routine=show',
    );
    expect(screen.getByText(/393 of 18,750 events \(2.1 %\)/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is good only when there are events', async () => {
    answerWith({ items: [], totalEvents: 0, unattributedEvents: 0 });
    const { unmount } = renderPage(<UnattributedPage />);
    expect(await screen.findByText('No events yet')).toBeVisible();
    unmount();

    answerWith({ items: [], totalEvents: 10, unattributedEvents: 0 });
    renderPage(<UnattributedPage />);
    expect(
      await screen.findByText('Every event belongs to an entity'),
    ).toBeVisible();
  });
});
