import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  auditEventDetail,
  auditEventFacets,
  auditEventPage,
  auditEventRow,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { feedsRouteRef, incidentRouteRef, rootRouteRef } from '../../routes';
import { AuditPage } from './AuditPage';

const BASE = 'http://example.com/api/plumbline/v1/audit-events';

describe('AuditPage', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  let searches: URLSearchParams[] = [];
  let tell: (id: string, sentence: string) => void = () => undefined;

  beforeEach(() => {
    searches = [];
    server.use(
      http.get(`${BASE}/stream`, () => {
        const body = new ReadableStream({
          start(controller) {
            tell = (id, sentence) =>
              controller.enqueue(
                new TextEncoder().encode(
                  `event: audit-event\nid: ${id}\ndata: ${JSON.stringify(
                    auditEventRow({ id, sentence }),
                  )}\n\n`,
                ),
              );
          },
        });
        return new HttpResponse(body, {
          headers: { 'content-type': 'text/event-stream' },
        });
      }),
      http.get(`${BASE}/facets`, () => HttpResponse.json(auditEventFacets())),
      http.get(`${BASE}/:id`, ({ params }) =>
        HttpResponse.json(
          auditEventDetail({
            event: auditEventRow({
              id: String(params.id),
              sentence: `the sentence of ${params.id}`,
            }),
          }),
        ),
      ),
      http.get(BASE, ({ request }) => {
        const query = new URL(request.url).searchParams;
        searches.push(query);
        return HttpResponse.json(
          query.has('cursor')
            ? {
                items: [auditEventRow({ id: 'old', sentence: 'an older one' })],
                hiddenRoutine: 0,
              }
            : auditEventPage(),
        );
      }),
    );
  });

  function renderPage(address = '/audit') {
    return renderInTestApp(<AuditPage />, {
      apis: [
        mockApis.fetch({
          resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
        }),
      ],
      initialRouteEntries: [address],
      mountedRoutes: {
        '/audit': rootRouteRef,
        '/feeds': feedsRouteRef,
        '/incidents/:id': incidentRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    });
  }

  const list = () => screen.findByRole('grid', { name: 'Audit events' });

  it('tells what happened, with the command and the result', async () => {
    renderPage();
    const rows = within(await list())
      .getAllByRole('row')
      .slice(1);
    expect(rows).toHaveLength(7);
    const denied = within(await list()).getByRole('row', {
      name: /was denied a shell/,
    });
    expect(within(denied).getByText('403')).toBeVisible();
    expect(within(denied).getByText('approximate')).toBeVisible();
    expect(screen.getByText(/1,512 routine events hidden/)).toBeVisible();
  });

  it('filters by facets and shows folded events on request', async () => {
    renderPage();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('checkbox', { name: /Denied/ }));
    await waitFor(() =>
      expect(searches[searches.length - 1].getAll('outcome')).toEqual([
        'denied',
      ]),
    );
    await user.click(await screen.findByRole('button', { name: 'Show them' }));
    await waitFor(() =>
      expect(searches[searches.length - 1].get('routine')).toBe('show'),
    );
  });

  it('searches what was typed, once the typing rests', async () => {
    renderPage();
    const user = userEvent.setup();
    await list();
    await user.type(
      screen.getByRole('searchbox', { name: 'Search events' }),
      'payments',
    );
    await waitFor(() =>
      expect(searches[searches.length - 1].get('q')).toBe('payments'),
    );
    expect(searches.filter(query => query.has('q'))).toHaveLength(1);
  });

  it('zooms into the time that is chosen in the histogram', async () => {
    renderPage();
    const user = userEvent.setup();
    (await screen.findByRole('button', { name: /^13:40:00/ })).focus();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}{Enter}');
    await waitFor(() =>
      expect(searches[searches.length - 1].get('from')).toBe(
        '2026-11-20T13:40:00.000Z',
      ),
    );
    expect(searches[searches.length - 1].get('to')).toBe(
      '2026-11-20T13:42:00.000Z',
    );
    expect(screen.getByText('Live tail is off')).toBeVisible();
  });

  it('reads older events by cursor', async () => {
    renderPage();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Load older' }));
    expect(await screen.findByText('an older one')).toBeVisible();
    expect(searches[searches.length - 1].get('cursor')).toBe('older');
  });

  it('keeps new events waiting while the reader is in the list', async () => {
    renderPage();
    const user = userEvent.setup();
    await list();
    expect(await screen.findByText('Live')).toBeVisible();

    tell('live-1', 'the first live event');
    expect(await screen.findByText('the first live event')).toBeVisible();

    await user.hover(screen.getByText('the first live event'));
    tell('live-2', 'the second live event');
    expect(await screen.findByText('1 new')).toBeVisible();
    expect(screen.queryByText('the second live event')).toBeNull();
    // user-event leaves out relatedTarget, which tells going elsewhere in the list from leaving it.
    fireEvent.pointerOut(screen.getByText('the first live event'), {
      relatedTarget: screen.getByRole('button', { name: 'Show' }),
    });
    expect(screen.queryByText('the second live event')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.getByText('the second live event')).toBeVisible();
  });

  it('opens an event by keyboard, walks on and closes it', async () => {
    renderPage();
    const user = userEvent.setup();
    const events = await list();
    const row = within(events).getByRole('row', {
      name: /jane@example.com scaled/,
    });
    while (!events.contains(document.activeElement)) {
      await user.tab();
    }
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(row).toHaveFocus();
    await user.keyboard('{Enter}');
    const drawer = await screen.findByRole('complementary', {
      name: 'Audit event',
    });
    expect(
      await within(drawer).findByText('the sentence of evt-1'),
    ).toBeVisible();
    expect(
      within(drawer).getByRole('link', { name: 'INC-214' }),
    ).toHaveAttribute('href', '/incidents/inc-214');

    await user.click(within(drawer).getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('the sentence of evt-7')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('complementary')).not.toBeInTheDocument(),
    );
  });

  it('opens the event that the address names', async () => {
    renderPage('/audit?event=evt-6&live=off');
    expect(await screen.findByText('the sentence of evt-6')).toBeVisible();
    expect(screen.getByText('Live tail is off')).toBeVisible();
  });

  it('says whether filters or feeds leave the list empty', async () => {
    server.use(
      http.get(BASE, () => HttpResponse.json({ items: [], hiddenRoutine: 0 })),
    );
    const { unmount } = renderPage();
    expect(await screen.findByText('No events in this time')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open Feeds' })).toBeVisible();
    unmount();

    renderPage('/audit?outcome=failed');
    expect(
      await screen.findByText('No event matches the filters'),
    ).toBeVisible();
  });

  it('says which right is missing', async () => {
    server.use(
      http.get(BASE, () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'Unauthorized' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );
    renderPage();
    expect(
      await screen.findByText('You may not read audit events'),
    ).toBeVisible();
    expect(
      screen.getByText('Needs the permission plumbline.audit-event.read.'),
    ).toBeVisible();
  });

  it('has no accessibility violation', async () => {
    const { container } = renderPage();
    await list();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('has no accessibility violation in the drawer', async () => {
    renderPage('/audit?event=evt-1');
    await screen.findByText('the sentence of evt-1');
    expect(
      await axe(screen.getByRole('complementary', { name: 'Audit event' })),
    ).toHaveNoViolations();
  });
});
