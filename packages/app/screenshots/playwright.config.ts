import browserTests from '../playwright.config';
import path from 'node:path';

/** Takes the pictures of the documentation from the running example: `./dev screenshots`. */
export default {
  ...browserTests,
  testDir: __dirname,
  testMatch: '*.shot.ts',
  outputDir: path.join(__dirname, '../../../.local/screenshots'),
  retries: 0,
};
