import path from 'node:path';
import { expect, test } from '../e2e-tests/setup/test';

const IMAGES = path.join(__dirname, '../../../docs/src/images');
const PAYMENTS = '/catalog/default/component/payments-api';

/** Every screen: what it is called, where it is, and a text that is there when it has loaded. */
const screens = [
  { name: 'entity-overview', path: PAYMENTS, ready: /Drift/ },
  { name: 'entity-drift', path: `${PAYMENTS}/drift`, ready: /drift/ },
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
  { name: 'incidents', path: '/drift-incidents', ready: /scaled payments-api/ },
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

for (const theme of ['light', 'dark']) {
  for (const screen of screens) {
    test(`${screen.name}, ${theme}`, async ({ portal }) => {
      await portal.evaluate(
        value => localStorage.setItem('theme', value),
        theme,
      );
      await portal.goto(screen.path);
      await expect(portal.getByText(screen.ready).first()).toBeVisible();
      // Away from the sidebar, which opens under the pointer.
      await portal.mouse.move(900, 500);
      await portal.waitForTimeout(1500);
      await portal.screenshot({
        path: path.join(IMAGES, `${screen.name}-${theme}.png`),
        fullPage: true,
      });
    });
  }
}
