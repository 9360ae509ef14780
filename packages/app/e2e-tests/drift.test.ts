import { expect, test } from './setup/test';

const PAYMENTS = '/catalog/default/component/payments-api';

test('from the catalog to a drifted field, its evidence and the audit event', async ({
  portal,
}) => {
  await portal.getByRole('link', { name: 'payments-api' }).first().click();
  await expect(
    portal.getByRole('region', { name: 'Drift', exact: true }),
  ).toContainText(/fields drift/);
  await portal
    .getByRole('link', { name: /^All \d+ incidents$/ })
    .first()
    .click();
  await expect(portal).toHaveURL(/\/payments-api\/drift$/);

  const table = portal.getByRole('grid', { name: /drifted fields in/ });
  const row = table.getByRole('row', { name: /spec\.replicas/ });
  await expect(row).toContainText('Proven');
  await expect(row).toContainText('jane@example.com');
  await expect(row).toContainText('kubectl scale');
  await row.click();

  const evidence = portal.getByRole('complementary', {
    name: 'Evidence for spec.replicas',
  });
  await expect(portal).toHaveURL(/[?&]field=/);
  await expect(evidence).toContainText(
    'jane@example.com set spec.replicas to 5',
  );
  await expect(
    evidence.getByRole('heading', { name: 'Why proven' }),
  ).toBeVisible();

  await evidence.getByRole('listitem').getByRole('link').first().click();
  await expect(portal).toHaveURL(/\/audit\?event=/);
  await expect(
    portal.getByRole('complementary', { name: 'Audit event' }),
  ).toContainText('jane@example.com');
});

test('the drift tab by keyboard, with the focus back on its row', async ({
  portal,
}) => {
  await portal.goto(`${PAYMENTS}/drift`);
  const row = portal.getByRole('row', { name: /spec\.replicas/ });
  await row.focus();
  await portal.keyboard.press('Enter');
  const evidence = portal.getByRole('complementary');
  await expect(evidence).toHaveAccessibleName('Evidence for spec.replicas');
  await expect(evidence).toBeFocused();

  await portal.keyboard.press('k');
  await expect(evidence).not.toHaveAccessibleName('Evidence for spec.replicas');
  await portal.keyboard.press('j');
  await expect(evidence).toHaveAccessibleName('Evidence for spec.replicas');
  await portal.keyboard.press('Escape');
  await expect(evidence).toHaveCount(0);
  await expect(row).toBeFocused();

  await portal.keyboard.press('ArrowUp');
  await expect(row).not.toBeFocused();
});

test('verdicts, filters and the raw diff live in the address', async ({
  portal,
}) => {
  await portal.goto('/catalog/default/component/cart/drift?verdict=expected');
  await expect(portal.getByRole('columnheader', { name: 'Why' })).toBeVisible();
  await expect(
    portal.getByRole('radio', { name: /^Expected/ }),
  ).toHaveAttribute('aria-checked', 'true');

  await portal.goto(`${PAYMENTS}/drift?level=tool-only`);
  await expect(
    portal.getByRole('grid', { name: '1 drifted field in 1 incident' }),
  ).toContainText('Manager kubectl-annotate');

  await portal.goto(`${PAYMENTS}/drift`);
  await portal.getByRole('radio', { name: 'YAML diff' }).click();
  await expect(portal).toHaveURL(/show=yaml/);
  const diff = portal.getByRole('region', { name: /Git and live YAML/ });
  await expect(diff).toContainText('replicas: 3');
  await expect(diff).toContainText('replicas: 5');
});

test('objects as a tree by keyboard, and the differences of one', async ({
  portal,
}) => {
  await portal.goto(`${PAYMENTS}/drift?show=objects`);
  const tree = portal.getByRole('treegrid', { name: /^prod-eu/ });
  const deployment = tree.getByRole('row', { name: /Deployment payments-api/ });
  const pods = tree.getByRole('row', { name: /Pod payments-api-/ });
  await expect(pods).toHaveCount(5);
  await expect(pods.first()).toContainText('Not compared');

  await tree.getByRole('row').nth(1).focus();
  await portal.keyboard.press('ArrowDown');
  await expect(deployment).toBeFocused();
  await portal.keyboard.press('ArrowLeft');
  await expect(deployment).toHaveAttribute('aria-expanded', 'false');
  await expect(pods).toHaveCount(0);

  await portal.keyboard.press('Enter');
  await expect(portal).toHaveURL(/ref=apps/);
  const table = portal.getByRole('grid', { name: /drifted fields/ });
  await expect(
    table.getByRole('row', { name: /spec\.replicas/ }),
  ).toBeVisible();
  await expect(table.getByRole('row', { name: /proxy-body-size/ })).toHaveCount(
    0,
  );
  await portal.getByRole('button', { name: /^Show all objects/ }).click();
  await expect(
    portal.getByRole('row', { name: /proxy-body-size/ }),
  ).toBeVisible();
});

test('every verdict has a list as long as its count says', async ({
  portal,
}) => {
  await portal.goto('/catalog/default/component/cart/drift?group=none');
  const chips = portal.getByRole('radiogroup', {
    name: 'Differences by verdict',
  });
  for (const [verdict, list] of [
    ['Expected', '2 expected differences'],
    ['Unverifiable', '2 objects not compared'],
  ]) {
    await chips.getByRole('radio', { name: verdict }).click();
    await expect(chips.getByRole('radio', { name: verdict })).toHaveText(/2$/);
    const grid = portal.getByRole('grid', { name: list });
    await expect(grid.getByRole('rowheader')).toHaveCount(2);
  }
  await expect(portal.getByText('not read').first()).toBeVisible();
  await chips.getByRole('radio', { name: 'Excluded' }).click();
  await expect(portal.getByText('No excluded difference')).toBeVisible();
});

test('a part that could not be looked at makes the answer partial', async ({
  portal,
}) => {
  await portal.goto('/catalog/default/component/cart/drift');
  const summary = portal.getByRole('region', { name: 'Drift summary' });
  await expect(summary).toContainText('No drift in what could be compared');
  await expect(summary).toContainText('1 of 2 targets, 2 of 4 objects');
  await expect(portal.getByText('As in Git')).toHaveCount(0);
});

test('a reader without the right sees which one it takes', async ({
  portal,
}) => {
  await portal.route(
    '**/entities/component/default/payments-api/drift',
    route =>
      route.fulfill({
        status: 403,
        json: {
          error: { name: 'NotAllowedError', message: 'Unauthorized' },
          response: { statusCode: 403 },
        },
      }),
  );
  await portal.goto(`${PAYMENTS}/drift`);
  await expect(portal.getByText(/^You may not read/)).toBeVisible();
  await expect(portal.getByText(/plumbline\.drift\.read/)).toBeVisible();
});

test('an unreachable cluster says so and never looks like a good answer', async ({
  portal,
}) => {
  await portal.goto('/catalog/default/component/shipping/drift');
  const summary = portal.getByRole('region', { name: 'Drift summary' });
  await expect(summary).toContainText('Drift is unknown');
  await expect(summary).toContainText('edge-us cannot be checked');
  await expect(summary).toContainText('Unobservable');
  await expect(portal.getByText('As in Git')).toHaveCount(0);
  await expect(portal.getByText('Nothing could be compared')).toBeVisible();
});

test('an entity without the annotation says what to add', async ({
  portal,
}) => {
  await portal.goto('/catalog/default/component/notifier/drift');
  await expect(portal.getByText('Not set up for drift')).toBeVisible();
  await expect(
    portal.getByText('plumbline.io/manifests: deploy/prod'),
  ).toBeVisible();
  await expect(
    portal.getByRole('button', { name: 'Copy annotation' }),
  ).toBeVisible();
});

test('a check on request renews the answer', async ({ portal }) => {
  await portal.goto(`${PAYMENTS}/drift`);
  const check = portal.getByRole('button', { name: /Check now/ });
  await expect(check).toBeEnabled();
  const answer = portal.waitForResponse(
    response =>
      response.url().endsWith('/drift-runs') && response.status() === 202,
  );
  await check.click();
  await answer;
  await expect(portal.getByText(/^[0-5] s ago$/)).toBeVisible();
  await expect(portal.getByText(/fields drift$/)).toBeVisible();
});

test('from the list of incidents to one, its cause and its request', async ({
  portal,
}) => {
  await portal.getByRole('link', { name: 'Drift incidents' }).click();
  const list = portal.getByRole('grid', { name: 'Drift incidents' });
  await portal
    .getByRole('searchbox', { name: 'Search incidents' })
    .fill('scaled');
  await expect(portal).toHaveURL(/[?&]q=scaled/);
  await expect(list.getByRole('row')).toHaveCount(2);
  await list
    .getByRole('link', { name: /jane@example.com scaled payments-api/ })
    .click();

  await expect(
    portal.getByRole('heading', {
      name: 'jane@example.com scaled payments-api from 3 to 5',
    }),
  ).toBeVisible();
  await expect(portal.getByRole('region', { name: /^Cause/ })).toContainText(
    'Proven',
  );
  await expect(
    portal
      .getByRole('list', { name: 'Life of the incident' })
      .locator('[aria-current=step]'),
  ).toContainText('Opened');
  await portal
    .getByRole('region', { name: 'Related events' })
    .getByRole('link', { name: /jane@example.com scaled/ })
    .first()
    .click();
  await expect(
    portal.getByRole('complementary', { name: 'Audit event' }),
  ).toContainText('kubectl scale');
});

test('the drift tab in the dark theme has light text on dark cards', async ({
  portal,
}) => {
  await portal.evaluate(() => localStorage.setItem('theme', 'dark'));
  await portal.goto(`${PAYMENTS}/drift`);
  const answer = portal.getByText(/fields drift$/);
  await expect(answer).toBeVisible();
  const brightness = (property: string) =>
    portal.getByRole('region', { name: 'Drift summary' }).evaluate(
      (card, name) =>
        getComputedStyle(card)
          .getPropertyValue(name)
          .match(/\d+/g)!
          .slice(0, 3)
          .reduce((sum, part) => sum + Number(part), 0) / 3,
      property,
    );
  expect(await brightness('background-color')).toBeLessThan(100);
  expect(await brightness('color')).toBeGreaterThan(200);
});
