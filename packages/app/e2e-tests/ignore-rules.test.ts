import type { Page } from '@playwright/test';
import { expect, test } from './setup/test';

const DRIFT_TAB = '/catalog/default/component/payments-api/drift';
const RULE = 'body size while the export runs';

/** Starts a check and waits until its answer has the number of ignored differences. */
async function checkUntilIgnored(portal: Page, count: number): Promise<void> {
  await portal.getByRole('button', { name: /Check now/ }).click();
  await expect(portal.getByRole('radio', { name: /^Ignored/ })).toHaveText(
    new RegExp(`${count}$`),
    { timeout: 40_000 },
  );
}

async function deleteRule(portal: Page): Promise<void> {
  await portal.getByRole('button', { name: `Actions for ${RULE}` }).click();
  await portal.getByRole('menuitem', { name: 'Delete…' }).click();
  await portal.getByRole('button', { name: 'Delete rule' }).click();
  await expect(
    portal.getByRole('button', { name: `Actions for ${RULE}` }),
  ).toHaveCount(0);
}

test.beforeEach(async ({ portal }) => {
  // What a broken walk left behind.
  await portal.goto('/drift-incidents/ignore-rules');
  await expect(portal.getByRole('button', { name: 'New rule…' })).toBeEnabled();
  if (await portal.getByText(RULE).count()) {
    await deleteRule(portal);
  }
});

test('a difference is ignored with a reason, and shows again without the rule', async ({
  portal,
}) => {
  await portal.goto(DRIFT_TAB);
  await portal.getByRole('row', { name: /proxy-body-size/ }).click();
  await portal.getByRole('button', { name: 'Ignore…' }).click();

  const editor = portal.getByRole('dialog', { name: 'New ignore rule' });
  await expect(editor.getByRole('textbox', { name: 'Kind' })).toHaveValue(
    'Ingress',
  );
  await expect(
    editor.getByText('Would hide 1 finding in 1 service'),
  ).toBeVisible();
  const save = editor.getByRole('button', { name: 'Save rule' });
  await expect(save).toBeDisabled();
  await editor.getByRole('textbox', { name: /^Name\b(?!space)/ }).fill(RULE);
  await editor
    .getByRole('textbox', { name: /^Reason/ })
    .fill('Raised for the yearly export');
  await save.click();
  await expect(editor).toHaveCount(0);
  await portal.keyboard.press('Escape');
  await expect(portal.getByRole('complementary')).toHaveCount(0);

  await checkUntilIgnored(portal, 1);
  await portal.getByRole('radio', { name: /^Ignored/ }).click();
  const hidden = portal.getByRole('row', { name: /proxy-body-size/ });
  await expect(hidden).toContainText(RULE);
  await expect(hidden).toContainText('Raised for the yearly export');
  await hidden.click();
  await portal
    .getByRole('complementary')
    .getByRole('link', { name: /rules as they are now/ })
    .click();

  await expect(portal).toHaveURL(/ignore-rules\?entity=/);
  await expect(portal.getByRole('row', { name: RULE })).toContainText('Active');
  await deleteRule(portal);

  await portal.goto(DRIFT_TAB);
  await checkUntilIgnored(portal, 0);
  await expect(
    portal.getByRole('row', { name: /proxy-body-size/ }),
  ).toBeVisible();
});

test('the editor stands in front of the evidence, and its buttons in a low window', async ({
  portal,
}) => {
  await portal.setViewportSize({ width: 800, height: 560 });
  await portal.goto(DRIFT_TAB);
  await portal.getByRole('row', { name: /proxy-body-size/ }).click();
  await portal.getByRole('button', { name: 'Ignore…' }).click();

  const editor = portal.getByRole('dialog', { name: 'New ignore rule' });
  const save = editor.getByRole('button', { name: 'Save rule' });
  await expect(save).toBeInViewport({ ratio: 1 });
  await expect(save).toHaveAccessibleDescription(/^Say why/);
  await editor
    .getByRole('textbox', { name: /^Reason/ })
    .fill('Raised for the yearly export');
  // Only tried: something in front of the button would take the click.
  await save.click({ trial: true });
  await editor.getByRole('button', { name: 'Cancel' }).click();
  await expect(editor).toHaveCount(0);
  await expect(portal.getByRole('complementary')).toBeVisible();
});

test('the rules are a page of their own, and read what Argo CD ignores', async ({
  portal,
}) => {
  await portal.goto('/drift-incidents');
  await portal.getByRole('link', { name: 'Ignore rules' }).click();
  await expect(portal).toHaveURL(/\/drift-incidents\/ignore-rules$/);

  await portal.getByRole('button', { name: 'Import from Argo CD…' }).click();
  const dialog = portal.getByRole('dialog', {
    name: 'Import ignoreDifferences',
  });
  await dialog
    .getByRole('textbox', { name: 'YAML' })
    .fill(
      [
        'ignoreDifferences:',
        '- group: apps',
        '  kind: Deployment',
        '  jsonPointers: [/spec/replicas]',
        '- kind: ConfigMap',
        "  jqPathExpressions: ['.data | length']",
      ].join('\n'),
    );
  await dialog.getByRole('button', { name: 'Read' }).click();
  await expect(dialog.getByText('1 rule read, 1 refused')).toBeVisible();

  await dialog.getByRole('button', { name: /^Look and save/ }).click();
  await expect(
    portal.getByRole('textbox', { name: /^JSON Pointer/ }),
  ).toHaveValue('/spec/replicas');
  await expect(portal.getByText(/^Would hide 1 finding/)).toBeVisible();
});
