import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import {
  timelineFixture,
  timelineItemFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  API,
  incidentHandlers,
  refuse,
  renderIncident,
} from '../IncidentPage/__testUtils__/renderIncident';

const URL_TIMELINE = `${API}/incidents/incident-212/timeline`;

describe('IncidentTimeline', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  /** Tells with which span the backend is asked. */
  function recordSpans(answer = timelineFixture()) {
    const spans: { from: string | null; to: string | null }[] = [];
    server.use(
      http.get(URL_TIMELINE, ({ request }) => {
        const { searchParams } = new URL(request.url);
        spans.push({
          from: searchParams.get('from'),
          to: searchParams.get('to'),
        });
        return HttpResponse.json(answer);
      }),
    );
    return spans;
  }

  const mark = (name: RegExp) => screen.findByRole('button', { name });

  async function focusOn(name: RegExp) {
    const found = await mark(name);
    act(() => found.focus());
  }

  it('is one tab stop; arrows go from mark to mark, and the event of a mark is marked below', async () => {
    server.use(...incidentHandlers());
    renderIncident('/incident-212?span=all');
    const user = userEvent.setup();

    const debug = await mark(/^Audit, .*attached a debug container/);
    const axis = screen.getByRole('group', { name: /on one axis/ });
    const stops = within(axis)
      .getAllByRole('button')
      .filter(item => item.tabIndex === 0);
    expect(stops).toEqual([debug]);

    act(() => debug.focus());
    const row = screen
      .getByRole('link', {
        name: /Open the audit event: omar.*debug container/,
      })
      .closest('tr');
    expect(row).toHaveAttribute('data-lit');

    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(await mark(/^Audit, .*set the image/)).toHaveFocus();
    expect(row).not.toHaveAttribute('data-lit');
    await user.keyboard('{ArrowDown}');
    expect(await mark(/^Git, .*4f2c9e1/)).toHaveFocus();
    await user.keyboard('{Home}');
    expect(debug).toHaveFocus();
  });

  it('marks what is under the pointer in the list below', async () => {
    server.use(...incidentHandlers());
    renderIncident('/incident-212?span=all');
    const user = userEvent.setup();
    await mark(/^Audit, .*set the image/);

    await user.hover(
      screen.getByRole('link', { name: /Open the audit event: omar.*image/ }),
    );

    expect(
      screen.getByText(/^Audit, .*set the image of payments-api$/, {
        selector: 'p',
      }),
    ).toBeVisible();
  });

  it('opens what stands behind a mark', async () => {
    server.use(
      http.get(`${API}/incidents/incident-214`, () =>
        refuse(404, 'NotFoundError'),
      ),
      ...incidentHandlers(),
    );
    recordSpans(
      timelineFixture({
        items: [
          timelineItemFixture({
            lane: 'drift',
            kind: 'opened',
            text: 'INC-214 opened',
            ofIncident: false,
            eventId: undefined,
            incident: { id: 'incident-214', number: 214 },
          }),
        ],
      }),
    );
    renderIncident('/incident-212?span=all');
    const user = userEvent.setup();

    await focusOn(/^Drift, .*INC-214 opened/);
    await user.keyboard('{Enter}');

    expect(
      await screen.findByText('This incident was not found'),
    ).toBeVisible();
  });

  it('zooms by keyboard and by a drag, and goes back to a range', async () => {
    server.use(...incidentHandlers());
    const spans = recordSpans();
    renderIncident(
      '/incident-212?from=2026-11-20T13:30:00.000Z&to=2026-11-20T14:30:00.000Z',
    );
    const user = userEvent.setup();

    await focusOn(/^Audit, .*scaled payments-api/);
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    await screen.findByText(/13:15–14:15/);
    await focusOn(/^Audit, .*set the image/);
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    await screen.findByText(/13:31–14:01/);

    const axis = screen.getByRole('group', { name: /on one axis/ });
    axis.setPointerCapture = jest.fn();
    fireEvent.pointerDown(axis, { button: 0, clientX: 72, pointerId: 1 });
    fireEvent.pointerMove(axis, { clientX: 526, pointerId: 1 });
    fireEvent.pointerUp(axis, { pointerId: 1 });
    expect(spans.slice(0, 3)).toEqual([
      { from: '2026-11-20T13:30:00.000Z', to: '2026-11-20T14:30:00.000Z' },
      { from: '2026-11-20T13:15:00.000Z', to: '2026-11-20T14:15:00.000Z' },
      { from: '2026-11-20T13:31:18.000Z', to: '2026-11-20T14:01:18.000Z' },
    ]);

    await user.click(screen.getByRole('radio', { name: '6 h' }));
    expect(screen.getByRole('radio', { name: '6 h' })).toHaveAttribute(
      'aria-checked',
      'true',
    );
  });

  it('is a table with the same items and losses, read page by page', async () => {
    server.use(...incidentHandlers());
    const { items } = timelineFixture();
    server.use(
      http.get(URL_TIMELINE, ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.get('cursor') === 'older'
            ? timelineFixture({ items: items.slice(4) })
            : timelineFixture({
                items: items.slice(0, 4),
                nextCursor: 'older',
              }),
        ),
      ),
    );
    const { container } = renderIncident('/incident-212?span=all');
    const user = userEvent.setup();

    await user.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    const table = await screen.findByRole('grid', { name: 'Timeline' });
    expect(within(table).getAllByRole('row')).toHaveLength(6);
    expect(
      screen.getByText('The newest 4 of this span are shown.'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    expect(
      await within(table).findByText(
        'omar@example.com attached a debug container',
      ),
    ).toBeVisible();
    expect(within(table).getAllByRole('row')).toHaveLength(9);
    expect(
      within(table).getByRole('link', { name: 'INC-214' }),
    ).toHaveAttribute('href', '/drift-incidents/incident-214');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says so when nothing is known of a span', async () => {
    server.use(...incidentHandlers());
    recordSpans(timelineFixture({ items: [], losses: [] }));
    renderIncident('/incident-212?span=all&timeline=table');

    expect(
      await screen.findByText('Nothing is known of this span'),
    ).toBeVisible();
  });

  it('keeps what is known while another span cannot be read', async () => {
    server.use(...incidentHandlers());
    renderIncident('/incident-212?span=all');
    const user = userEvent.setup();
    await mark(/^Audit, .*set the image/);

    server.use(http.get(URL_TIMELINE, () => refuse(503, 'ServiceUnavailable')));
    await user.click(screen.getByRole('radio', { name: '24 h' }));

    expect(
      await screen.findByText(
        /This span could not be loaded; this is the last/,
      ),
    ).toBeVisible();
    expect(await mark(/^Audit, .*set the image/)).toBeVisible();
  });

  it('says what was lost, on the axis for screen readers and in the table', async () => {
    server.use(...incidentHandlers());
    renderIncident('/incident-212?span=all');
    const user = userEvent.setup();
    await mark(/^Audit, .*attached a debug container/);
    expect(screen.getByText(/^21 events lost, .* to /)).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    const rows = within(
      await screen.findByRole('grid', { name: 'Timeline' }),
    ).getAllByRole('row');
    const texts = rows.map(row => row.textContent);
    const lost = texts.findIndex(text => text?.includes('21 events lost'));
    expect(texts[lost - 1]).toMatch(/Acknowledged by omar/);
    expect(texts[lost + 1]).toMatch(/second field/);
  });
});
