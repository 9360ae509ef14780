import { defineConfig } from '@playwright/test';
import { tmpdir } from 'node:os';
import path from 'node:path';

const port = Number(process.env.PLUMBLINE_BROWSER_TEST_PORT ?? 17807);
const url = `http://localhost:${port}`;

/**
 * The browser tests walk the built app with the example data, in a portal of its own with a fresh database. To walk a
 * portal that runs already, name it by `PLAYWRIGHT_URL`.
 */
export default defineConfig({
  testDir: 'e2e-tests',
  outputDir: path.join(tmpdir(), 'plumbline-browser-tests'),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: !!process.env.CI,
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL: process.env.PLAYWRIGHT_URL ?? url,
    viewport: { width: 1440, height: 1000 },
    timezoneId: 'UTC',
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  webServer: process.env.PLAYWRIGHT_URL
    ? []
    : [
        {
          command: `node ../kube-testbed/bin/start-portal --built --fresh --port ${port} --folder ${path.join(
            tmpdir(),
            'plumbline-browser-portal',
          )}`,
          url: `${url}/.backstage/health/v1/readiness`,
          reuseExistingServer: false,
          timeout: 180_000,
          stdout: 'pipe',
          gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
        },
      ],
});
