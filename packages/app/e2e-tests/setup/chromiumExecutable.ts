import { existsSync } from 'node:fs';

/**
 * The Chromium to use: the one that `PLAYWRIGHT_CHROMIUM_PATH` names, on Linux x64 the one of the npm package
 * `@sparticuz/chromium` (which needs neither root nor system libraries), elsewhere Playwright's own.
 */
export async function chromiumExecutable(): Promise<string | undefined> {
  const given = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) {
      throw new Error(`PLAYWRIGHT_CHROMIUM_PATH: there is no ${given}`);
    }
    return given;
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: chromium } = await import('@sparticuz/chromium');
    return chromium.executablePath();
  }
  return undefined;
}
