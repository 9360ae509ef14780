import { expect, test } from './setup/test';

test('a heatmap cell of the friction tab leads to its events and on to the audit event', async ({
  portal,
}) => {
  await portal.goto('/catalog/default/component/payments-api/friction');

  await expect(
    portal.getByRole('img', { name: /^Friction score [1-9]\d{0,2} of 100/ }),
  ).toBeVisible();
  const total = portal.getByText(/^[1-9]\d* in \d+ days$/);
  await expect(total).toBeVisible();

  const grid = portal.getByRole('grid', { name: 'Points by rule and day' });
  const cell = grid
    .getByRole('button', { name: /Scaled by hand.* points? in \d+ event/ })
    .first();
  await cell.focus();
  await expect(portal.getByRole('tooltip')).toContainText('Scaled by hand');
  await portal.keyboard.press('Enter');

  await expect(portal).toHaveURL(/[?&]rule=[^&]+/);
  await expect(portal).toHaveURL(/[?&]day=\d{4}-\d\d-\d\d/);
  const events = portal.getByRole('grid', { name: 'Friction events' });
  const rows = events
    .getByRole('row')
    .filter({ hasText: 'Scaled by hand' })
    .filter({ hasText: 'jane@example.com' });
  await expect(rows.first()).toContainText('kubectl scale');
  await expect(events.getByText('Shell in a pod')).toHaveCount(0);

  await rows.first().getByRole('link').click();
  await expect(
    portal.getByRole('complementary', { name: 'Audit event' }),
  ).toContainText('jane@example.com');
});

test('the same numbers are there as a table, and the hours of the week', async ({
  portal,
}) => {
  await portal.goto('/catalog/default/component/payments-api/friction');
  await portal.getByRole('button', { name: 'Show as table' }).click();
  await expect(
    portal.getByRole('table', { name: 'Points by rule and day' }),
  ).toContainText('Scaled by hand');

  await portal.getByRole('radio', { name: 'Hour of week' }).click();
  await expect(portal).toHaveURL(/view=hours/);
  await expect(
    portal.getByRole('table', { name: 'Events by hour of week' }),
  ).toBeVisible();
});

test('the Friction page compares services and names those without a score', async ({
  portal,
}) => {
  await portal.goto('/friction');
  const services = portal.getByRole('grid', { name: 'Services' });
  await expect(services.getByRole('row')).toHaveCount(7);
  await expect(
    services.getByRole('row', { name: /payments-api/ }),
  ).toContainText(/Low|Medium|High|Critical/);

  await services.getByRole('link', { name: 'payments-api' }).click();
  await expect(portal).toHaveURL(/\/payments-api\/friction$/);
});
