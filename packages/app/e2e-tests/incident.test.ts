import type { Page } from '@playwright/test';
import { expect, test } from './setup/test';

/** From the list to the hot fix of the example. */
async function openHotFix(portal: Page): Promise<void> {
  await portal.goto('/drift-incidents?q=image');
  await portal
    .getByRole('grid', { name: 'Drift incidents' })
    .getByRole('link', { name: /changed the image of payments-api/ })
    .click();
  await expect(portal.getByRole('region', { name: /^Cause/ })).toContainText(
    'kubectl set image',
  );
}

test('an incident is acknowledged with a note, and taken back', async ({
  portal,
}) => {
  await openHotFix(portal);
  const life = portal.getByRole('list', { name: 'Life of the incident' });
  const notes = portal.getByRole('region', { name: 'Notes' });

  await portal.getByRole('button', { name: 'Change state' }).click();
  await portal.getByRole('menuitem', { name: 'Acknowledge…' }).click();
  const dialog = portal.getByRole('dialog', { name: /^Acknowledge INC-/ });
  await dialog
    .getByRole('textbox', { name: 'Note' })
    .fill('Card payments failed on 2.14.0. The fix is on its way.');
  await dialog.getByRole('button', { name: 'Acknowledge' }).click();

  await expect(dialog).toHaveCount(0);
  await expect(notes).toContainText('Card payments failed on 2.14.0.');
  await expect(notes).toContainText('Acknowledged until it is resolved');
  await expect(life.locator('[aria-current=step]')).toContainText(
    'Acknowledged',
  );

  await portal.getByRole('button', { name: 'Change state' }).click();
  await portal
    .getByRole('menuitem', { name: 'Take acknowledgement back' })
    .click();
  await expect(life.locator('[aria-current=step]')).toContainText('Opened');
});

test('both ways out of an incident are copied', async ({ portal, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => portal.evaluate(() => navigator.clipboard.readText());
  await openHotFix(portal);

  const adopt = portal.getByRole('region', { name: /^Adopt into Git/ });
  await adopt.getByRole('button', { name: 'Copy patch' }).click();
  await expect(adopt.getByText('Copied')).toBeVisible();
  expect(await copied()).toMatch(
    /^\+ +image: registry\.example\.com\/shop\/payments-api:2\.14\.1-hotfix$/m,
  );

  const restore = portal.getByRole('region', { name: /^Restore from Git/ });
  await expect(restore).toContainText('Restarts all 5 pods');
  await restore
    .getByRole('listitem')
    .first()
    .getByRole('button', { name: /^Copy/ })
    .click();
  await expect
    .poll(copied)
    .toMatch(/^kubectl set image deployment\/payments-api .*:2\.14\.0 /);
});

test('the timeline by keyboard, zoomed, and as a table', async ({ portal }) => {
  await openHotFix(portal);
  const timeline = portal.getByRole('region', { name: /^Timeline/ });
  const own = timeline.getByRole('button', {
    name: /^Audit, .*set the image of Deployment payments-api/,
  });
  await own.focus();
  await expect(timeline).toContainText(/omar@example\.com set the image/);

  await portal.keyboard.press('ArrowDown');
  await expect(own).not.toBeFocused();
  await expect(timeline.getByRole('button', { name: /^Git, / })).toBeFocused();

  await portal.keyboard.press('Shift+ArrowUp');
  await expect(portal).toHaveURL(/[?&]from=.*&to=/);
  await timeline.getByRole('radio', { name: '24 h' }).click();
  await expect(portal).not.toHaveURL(/[?&]from=/);

  await timeline.getByRole('button', { name: 'Show as table' }).click();
  await expect(portal).toHaveURL(/timeline=table/);
  const row = timeline.getByRole('row', { name: /set the image/ });
  await expect(row).toContainText('Audit');
  await expect(row).toContainText('this one');
});

test('the raw diff of an incident is only asked for when it is wanted', async ({
  portal,
}) => {
  const asked: string[] = [];
  portal.on('request', request => {
    if (request.url().includes('/manifests')) {
      asked.push(request.url());
    }
  });
  await openHotFix(portal);
  await expect(
    portal.getByRole('button', { name: 'Copy patch' }),
  ).toBeVisible();
  expect(asked).toEqual([]);

  await portal.getByRole('radio', { name: 'YAML diff' }).click();
  const diff = portal.getByRole('region', { name: /Git and live YAML/ });
  await expect(diff).toContainText('payments-api:2.14.0');
  await expect(diff).toContainText('payments-api:2.14.1-hotfix');
  expect(asked).not.toEqual([]);
});
