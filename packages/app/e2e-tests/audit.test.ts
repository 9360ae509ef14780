import { randomUUID } from 'node:crypto';
import { postScaleEvent } from './setup/ingest';
import { expect, test } from './setup/test';

const ALL_TIME = '/audit?time=30d';

test('search and facets narrow the list, and the address keeps them', async ({
  portal,
}) => {
  await portal.goto(ALL_TIME);
  const list = portal.getByRole('grid', { name: 'Audit events' });
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  await expect(portal.getByText(/routine events? hidden/)).toBeVisible();

  await portal
    .getByRole('searchbox', { name: 'Search events' })
    .fill('payments-api');
  await expect(portal).toHaveURL(/q=payments-api/);
  await expect(list.getByText('checkout-web')).toHaveCount(0);

  // The input itself is hidden behind its drawing; people click the label.
  await portal
    .getByRole('group', { name: 'Who' })
    .getByText('Human', { exact: true })
    .click();
  await expect(portal).toHaveURL(/actorClass=human/);
  await expect(
    list.getByRole('row', { name: /jane@example.com scaled/ }).first(),
  ).toContainText('Scaled by hand');
  await expect(list.getByRole('img', { name: 'Controller' })).toHaveCount(0);

  await portal.reload();
  await expect(portal.getByRole('checkbox', { name: /^Human/ })).toBeChecked();
});

test('an event opens with its raw JSON, and the focus comes back', async ({
  portal,
}) => {
  await portal.goto(`${ALL_TIME}&q=scaled&live=off`);
  const row = portal
    .getByRole('grid', { name: 'Audit events' })
    .getByRole('row', { name: /jane@example.com scaled/ })
    .first();
  await row.focus();
  await portal.keyboard.press('Enter');

  const drawer = portal.getByRole('complementary', { name: 'Audit event' });
  await expect(drawer.getByRole('heading', { level: 3 })).toContainText(
    'jane@example.com scaled',
  );
  await expect(drawer.getByRole('region', { name: 'Raw event' })).toContainText(
    '"auditID"',
  );
  await expect(portal).toHaveURL(/event=/);

  await portal.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(row).toBeFocused();
});

test('the live tail brings a new event, and lets it wait while the reader is in the list', async ({
  portal,
  request,
}, { retry }) => {
  // A retry finds what the try before it posted.
  const [firstCount, secondCount] = [8 + 2 * retry, 9 + 2 * retry];
  await portal.goto('/audit');
  const list = portal.getByRole('grid', { name: 'Audit events' });
  await expect(portal.getByText('Live', { exact: true })).toBeVisible();
  await expect(list.getByRole('row').nth(1)).toBeVisible();

  const scaledTo = (replicas: number) =>
    list.getByRole('row', {
      name: new RegExp(`li\\.wei@example\\.com.* to ${replicas}\\b`),
    });
  await postScaleEvent(request, {
    auditID: randomUUID(),
    replicas: firstCount,
  });
  const first = scaledTo(firstCount);
  await expect(first).toHaveCount(1);

  await first.hover();
  await postScaleEvent(request, {
    auditID: randomUUID(),
    replicas: secondCount,
  });
  await expect(portal.getByText('1 new', { exact: true })).toBeVisible();
  const second = scaledTo(secondCount);
  await expect(second).toHaveCount(0);
  await portal.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(second).toHaveCount(1);

  await portal.getByRole('button', { name: 'Pause' }).click();
  await expect(portal.getByText('Paused')).toBeVisible();
});

test('the activity of a service holds only its own events', async ({
  portal,
}) => {
  await portal.goto(
    '/catalog/default/component/payments-api/activity?time=30d&live=off',
  );
  const list = portal.getByRole('grid', { name: 'Audit events' });
  await expect(
    list.getByRole('row', { name: /jane@example.com scaled/ }).first(),
  ).toContainText('kubectl scale');
  await expect(list.getByText('checkout-web')).toHaveCount(0);
  await expect(portal.getByRole('group', { name: 'Entity' })).toHaveCount(0);
});
