import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e-tests/setup/test';

const IMAGES = path.join(__dirname, '../../../docs/src/images');
const PAYMENTS = '/catalog/default/component/payments-api';
const RULE = 'Body size of the yearly export';

/** A screen: what it is called, where it is, and a text that is there when it has loaded. */
interface Screen {
  name: string;
  path: string;
  ready: RegExp;
  /** What a reader does there before the picture is taken. */
  steps?: (portal: Page) => Promise<void>;
  /** Name of the only region of the page that is pictured. */
  region?: RegExp;
  /** Only what is in the window, e.g. of a dialog. */
  windowOnly?: boolean;
}

const screens: Screen[] = [
  { name: 'entity-overview', path: PAYMENTS, ready: /Drift/ },
  { name: 'entity-drift', path: `${PAYMENTS}/drift`, ready: /drift/ },
  {
    name: 'entity-drift-evidence',
    path: `${PAYMENTS}/drift`,
    ready: /drift/,
    steps: portal =>
      portal.getByRole('row', { name: /spec\.replicas/ }).click(),
  },
  {
    name: 'entity-objects',
    path: `${PAYMENTS}/drift?show=objects`,
    ready: /ReplicaSet/,
  },
  {
    name: 'entity-friction',
    path: `${PAYMENTS}/friction`,
    ready: /What makes the/,
  },
  { name: 'entity-activity', path: `${PAYMENTS}/activity`, ready: /scaled/ },
  { name: 'overview', path: '/plumbline', ready: /Newest incidents/ },
  { name: 'coverage', path: '/plumbline/coverage', ready: /checkout-web/ },
  { name: 'feeds', path: '/plumbline/feeds', ready: /Edge US/ },
  {
    name: 'unattributed',
    path: '/plumbline/unattributed',
    ready: /belong to no/,
  },
  {
    name: 'incidents',
    path: '/drift-incidents',
    ready: /image of payments-api/,
  },
  {
    name: 'incident',
    path: '/drift-incidents?q=image',
    ready: /image of payments-api/,
    steps: openHotFix,
  },
  {
    name: 'incident-timeline',
    path: '/drift-incidents?q=image',
    ready: /image of payments-api/,
    steps: openHotFix,
    region: /^Timeline/,
  },
  {
    name: 'ignore-rule-editor',
    path: `${PAYMENTS}/drift`,
    ready: /drift/,
    steps: writeRule,
    windowOnly: true,
  },
  {
    name: 'ignore-rules',
    path: `${PAYMENTS}/drift`,
    ready: /drift/,
    steps: saveRule,
  },
  { name: 'friction', path: '/friction', ready: /Score by service/ },
  { name: 'audit', path: '/audit', ready: /scaled/ },
  {
    name: 'drift-not-set-up',
    path: '/catalog/default/component/notifier/drift',
    ready: /plumbline.io\/manifests/,
  },
  {
    name: 'drift-unobservable',
    path: '/catalog/default/component/shipping/drift',
    ready: /nobservable/,
  },
];

async function openHotFix(portal: Page): Promise<void> {
  await portal
    .getByRole('link', { name: /changed the image of payments-api/ })
    .click();
  await expect(
    portal.getByRole('button', { name: 'Copy patch' }),
  ).toBeVisible();
  await expect(
    portal.getByRole('button', { name: /^Audit, .*set the image/ }),
  ).toBeVisible();
}

async function writeRule(portal: Page): Promise<void> {
  await portal.getByRole('row', { name: /proxy-body-size/ }).click();
  await portal.getByRole('button', { name: 'Ignore…' }).click();
  const editor = portal.getByRole('dialog');
  await editor.getByRole('textbox', { name: /^Name\b(?!space)/ }).fill(RULE);
  await editor
    .getByRole('textbox', { name: /^Reason/ })
    .fill('Raised until the export of the auditors is through');
  await expect(editor.getByText(/^Would hide 1 finding/)).toBeVisible();
}

/** Goes on where the editor is filled in; the next theme finds no rule of that name. */
async function saveRule(portal: Page): Promise<void> {
  await writeRule(portal);
  await portal.getByRole('button', { name: 'Save rule' }).click();
  await expect(portal.getByRole('dialog')).toHaveCount(0);
  await portal.goto('/drift-incidents/ignore-rules');
  await expect(portal.getByText(RULE)).toBeVisible();
}

async function deleteRule(portal: Page): Promise<void> {
  await portal.getByRole('button', { name: `Actions for ${RULE}` }).click();
  await portal.getByRole('menuitem', { name: 'Delete…' }).click();
  await portal.getByRole('button', { name: 'Delete rule' }).click();
  await expect(portal.getByText(RULE)).toHaveCount(0);
}

for (const theme of ['light', 'dark']) {
  for (const screen of screens) {
    test(`${screen.name}, ${theme}`, async ({ portal }) => {
      await portal.evaluate(
        value => localStorage.setItem('theme', value),
        theme,
      );
      await portal.goto(screen.path);
      await expect(portal.getByText(screen.ready).first()).toBeVisible();
      await screen.steps?.(portal);
      // Where nothing opens or lights up under the pointer.
      await portal.mouse.move(700, 20);
      await portal.waitForTimeout(1500);
      const file = path.join(IMAGES, `${screen.name}-${theme}.png`);
      if (screen.region) {
        await portal
          .getByRole('region', { name: screen.region })
          .screenshot({ path: file });
      } else {
        await portal.screenshot({ path: file, fullPage: !screen.windowOnly });
      }
      if (screen.steps === saveRule) {
        await deleteRule(portal);
      }
    });
  }
}
