import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startPostgres } from '../postgres';
import { REPOSITORY_FOLDER } from '../repositoryFolders';
import { runStep } from './runStep';
import { type Tally, tallyOfJest, tallyOfPlaywright } from './Tally';

/**
 * One thing that must be green.
 *
 * @internal
 */
export interface Step {
  name: string;
  /** @param folder - a temporary folder for reports */
  run(folder: string): Promise<Tally>;
}

const bin = (name: string) =>
  path.join(REPOSITORY_FOLDER, 'node_modules/.bin', name);

/** A step that is one check: it passes when the command does. */
function check(name: string, command: string, ...args: string[]): Step {
  return {
    name,
    run: async () =>
      (await runStep(command, args))
        ? { passed: 1, failed: 0, skipped: 0 }
        : { passed: 0, failed: 1, skipped: 0 },
  };
}

/** Reads a report; a run that left none has failed. */
async function readTally(
  file: string,
  tallyOf: (report: unknown) => Tally,
  succeeded: boolean,
): Promise<Tally> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const tally = tallyOf(JSON.parse(text));
  return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

const unitTests: Step = {
  name: 'unit tests, stores on SQLite and PostgreSQL',
  async run(folder) {
    const report = path.join(folder, 'jest.json');
    const given = process.env[POSTGRES_VARIABLE];
    const postgres = given ? undefined : await startPostgres();
    try {
      const succeeded = await runStep(
        bin('backstage-cli'),
        ['repo', 'test', '--json', `--outputFile=${report}`],
        {
          CI: 'true',
          [POSTGRES_VARIABLE]: given ?? postgres?.connectionString,
        },
      );
      return await readTally(report, tallyOfJest, succeeded);
    } finally {
      await postgres?.stop();
    }
  },
};

const browserTests: Step = {
  name: 'browser tests',
  async run(folder) {
    const report = path.join(folder, 'playwright.json');
    const built = await runStep(process.execPath, [
      bin('backstage-cli'),
      'repo',
      'build',
      '--all',
    ]);
    if (!built) {
      return { passed: 0, failed: 1, skipped: 0 };
    }
    const succeeded = await runStep(
      bin('playwright'),
      [
        'test',
        '--config',
        'packages/app/playwright.config.ts',
        '--reporter=list,json',
      ],
      { CI: 'true', PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    );
    return readTally(report, tallyOfPlaywright, succeeded);
  },
};

/**
 * Everything a contributor must see green, quick checks first.
 *
 * @internal
 */
export const steps: Step[] = [
  // Whole, not incremental: what was compiled before changes the order in inferred unions, which the API reports show.
  check('types', bin('tsc'), '--incremental', 'false'),
  check('lint', bin('backstage-cli'), 'repo', 'lint'),
  check('formatting', bin('prettier'), '--check', '.'),
  check(
    'files made from openapi.yaml',
    process.execPath,
    'plugins/plumbline-backend/scripts/generate-openapi.js',
    '--check',
  ),
  check(
    'API and SQL reports',
    bin('backstage-repo-tools'),
    'api-reports',
    '--ci',
    '--sql-reports',
    '--omit-messages',
    'ae-wrong-input-file-type,ae-undocumented',
    '--validate-release-tags',
    'packages/kube-audit',
    'packages/kube-drift',
    'plugins/*',
  ),
  unitTests,
  browserTests,
];
