import { type Page, test as base } from '@playwright/test';
import { chromiumExecutable } from './chromiumExecutable';

/** `portal` is a page of somebody who has signed in as a guest. */
export const test = base.extend<{ portal: Page }>({
  launchOptions: [
    async ({}, provide) => {
      await provide({
        executablePath: await chromiumExecutable(),
        args: ['--no-sandbox', '--disable-gpu'],
      });
    },
    { scope: 'worker' },
  ],
  portal: async ({ page }, provide) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Enter' }).click();
    // Until the app has taken the identity, going elsewhere would lose it.
    await page.getByRole('link', { name: 'payments-api' }).first().waitFor();
    await provide(page);
  },
});

export { expect } from '@playwright/test';
