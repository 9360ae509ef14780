import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { IgnoreRule } from '@plumbline/backstage-plugin-plumbline-common';
import { findingFixture } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { auditRouteRef, incidentsRouteRef } from '../../routes';
import { IncidentsPage } from '../IncidentsPage';

const RULES_URL = 'http://example.com/api/plumbline/v1/ignore-rules';

function rule(changes: Partial<IgnoreRule> = {}): IgnoreRule {
  return {
    id: 'rule-1',
    name: 'replicas while the HPA is tuned',
    reason: 'Tuned by the platform team',
    entityRef: 'component:default/payments-api',
    kind: 'Deployment',
    path: 'spec.replicas',
    active: true,
    state: 'active',
    createdAt: '2026-11-20T10:00:00.000Z',
    createdBy: 'user:default/jane',
    hides: 2,
    mayChange: true,
    ...changes,
  };
}

describe('IgnoreRulesPage', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  function answerWith(items: IgnoreRule[], mayCreate = true) {
    server.use(
      http.get(RULES_URL, () => HttpResponse.json({ items, mayCreate })),
    );
  }

  function renderPage(address = '') {
    return renderInTestApp(<IncidentsPage />, {
      apis: [
        mockApis.fetch({
          resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
        }),
        mockApis.permission(),
      ],
      mountPath: '/drift-incidents/*',
      initialRouteEntries: [`/drift-incidents/ignore-rules${address}`],
      mountedRoutes: {
        '/drift-incidents': incidentsRouteRef,
        '/audit': auditRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    });
  }

  it('lists rules with what they hide', async () => {
    answerWith([rule(), rule({ id: 'rule-2', name: 'old', state: 'expired' })]);
    const { container } = renderPage();

    const row = await screen.findByRole('row', { name: /HPA is tuned/ });
    expect(within(row).getByText('spec.replicas')).toBeVisible();
    expect(within(row).getByText('Tuned by the platform team')).toBeVisible();
    expect(within(row).getByText('2')).toBeVisible();
    expect(screen.getByText('Expired')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that there is none, and who may write one', async () => {
    answerWith([], false);
    renderPage();

    expect(await screen.findByText('No ignore rule')).toBeVisible();
    expect(screen.getByRole('button', { name: 'New rule…' })).toBeDisabled();
    expect(screen.getByText(/plumbline.ignore-rule.write/)).toBeVisible();
  });

  it('tells a forbidden list from an empty one', async () => {
    server.use(
      http.get(RULES_URL, () => HttpResponse.json({}, { status: 403 })),
    );
    renderPage();

    expect(
      await screen.findByText('You may not read ignore rules'),
    ).toBeVisible();
  });

  it('previews before it saves', async () => {
    answerWith([]);
    let saved: unknown;
    server.use(
      http.post(`${RULES_URL}/preview`, () =>
        HttpResponse.json({
          hides: [findingFixture()],
          total: 1,
          entities: ['component:default/payments-api'],
          notes: ['2 differences were last seen by an older version'],
        }),
      ),
      http.post(RULES_URL, async ({ request }) => {
        saved = await request.json();
        return HttpResponse.json(rule(), { status: 201 });
      }),
    );
    renderPage('?entity=component:default/payments-api');
    const user = userEvent.setup();

    await user.click(await screen.findByRole('button', { name: 'New rule…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Nothing to preview yet')).toBeVisible();
    const save = within(dialog).getByRole('button', { name: 'Save rule' });
    expect(save).toBeDisabled();

    await user.type(
      within(dialog).getByRole('textbox', { name: /^Path/ }),
      'spec.replicas',
    );
    expect(
      await within(dialog).findByText('Would hide 1 finding in 1 service'),
    ).toBeVisible();
    expect(
      within(dialog).getByText(/last seen by an older version/),
    ).toBeVisible();

    await user.type(
      within(dialog).getByRole('textbox', { name: /^Name(?!space)/ }),
      'replicas',
    );
    await user.type(
      within(dialog).getByRole('textbox', { name: /^Reason/ }),
      'being tuned',
    );
    await user.click(save);

    await waitFor(() =>
      expect(saved).toEqual({
        name: 'replicas',
        reason: 'being tuned',
        entityRef: 'component:default/payments-api',
        path: 'spec.replicas',
        active: true,
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('shows in the editor why a rule is refused', async () => {
    answerWith([]);
    server.use(
      http.post(`${RULES_URL}/preview`, () =>
        HttpResponse.json(
          {
            error: { name: 'InputError', message: 'path: not a path: a[' },
            response: { statusCode: 400 },
          },
          { status: 400 },
        ),
      ),
    );
    renderPage('?entity=component:default/payments-api');
    const user = userEvent.setup();

    await user.click(await screen.findByRole('button', { name: 'New rule…' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(
      within(dialog).getByRole('textbox', { name: /^Path/ }),
      'a[[',
    );

    expect(
      await within(dialog).findByText('path: not a path: a['),
    ).toBeVisible();
    expect(within(dialog).getByText('This rule cannot be used')).toBeVisible();
  });

  it('tells a preview that failed from a rule that is refused', async () => {
    answerWith([rule({ expiresAt: '2026-12-01T15:00:00.000Z' })]);
    server.use(
      http.post(`${RULES_URL}/preview`, () =>
        HttpResponse.json({}, { status: 503 }),
      ),
    );
    renderPage();
    const user = userEvent.setup();

    await user.click(
      await screen.findByRole('button', { name: /^Actions for replicas/ }),
    );
    await user.click(await screen.findByRole('menuitem', { name: 'Edit…' }));

    expect(
      await screen.findByText('What this rule would hide could not be loaded'),
    ).toBeVisible();
    expect(screen.queryByText('This rule cannot be used')).toBeNull();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(
      screen.getByText(/^Until 1 Dec/, { selector: 'button *' }),
    ).toBeVisible();
  });

  it('says what a rule still needs', async () => {
    answerWith([]);
    renderPage();
    const user = userEvent.setup();

    await user.click(await screen.findByRole('button', { name: 'New rule…' }));
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByRole('radio', { name: 'One service' }),
    ).toBeChecked();
    expect(within(dialog).getByText('A rule needs a name')).toBeVisible();
    await user.type(
      within(dialog).getByRole('textbox', { name: /^Name(?!space)/ }),
      'replicas',
    );
    expect(
      within(dialog).getByRole('button', { name: 'Save rule' }),
    ).toHaveAccessibleDescription(/^Say why the difference is fine/);
  });

  it('says what shows again before a rule is deleted', async () => {
    answerWith([rule()]);
    let deleted = '';
    server.use(
      http.delete(`${RULES_URL}/:id`, ({ params }) => {
        deleted = String(params.id);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    renderPage();
    const user = userEvent.setup();

    await user.click(
      await screen.findByRole('button', { name: /^Actions for replicas/ }),
    );
    await user.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
    expect(
      await screen.findByText(/2 findings that it hides will show again/),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Delete rule' }));

    await waitFor(() => expect(deleted).toBe('rule-1'));
  });

  it('reads the ignoreDifferences of Argo CD', async () => {
    answerWith([]);
    server.use(
      http.post(`${RULES_URL}/import`, () =>
        HttpResponse.json({
          rules: [
            {
              name: 'from Argo CD',
              reason: 'imported',
              kind: 'Deployment',
              jsonPointer: '/spec/replicas',
            },
          ],
          refused: ['jq expression .spec | length: functions are not run'],
        }),
      ),
      http.post(`${RULES_URL}/preview`, () =>
        HttpResponse.json({ hides: [], total: 0, entities: [] }),
      ),
    );
    renderPage();
    const user = userEvent.setup();

    await user.click(
      await screen.findByRole('button', { name: 'Import from Argo CD…' }),
    );
    await user.type(
      await screen.findByLabelText(/^YAML/),
      '- kind: Deployment',
    );
    await user.click(screen.getByRole('button', { name: 'Read' }));

    expect(await screen.findByText('1 rule read, 1 refused')).toBeVisible();
    expect(screen.getByText(/functions are not run/)).toBeVisible();
    await user.click(
      screen.getByRole('button', {
        name: 'Look and save: /spec/replicas of Deployment',
      }),
    );
    expect(
      await screen.findByRole('textbox', { name: /^JSON Pointer/ }),
    ).toHaveValue('/spec/replicas');
  });
});
