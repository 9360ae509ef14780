/**
 * How many tests passed, failed and were skipped.
 *
 * @internal
 */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** @internal */
export function sumTallies(tallies: Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** "3 passed, 1 failed" with ", 2 skipped" where there are any. @internal */
export function describeTally(tally: Tally): string {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  return `${tally.passed} passed, ${tally.failed} failed${skipped}`;
}

/** Reads what Jest writes with `--json --outputFile`. A suite that could not run counts as a failed test. @internal */
export function tallyOfJest(report: unknown): Tally {
  const jest = report as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numRuntimeErrorTestSuites: number;
  };
  return {
    passed: jest.numPassedTests,
    failed: jest.numFailedTests + jest.numRuntimeErrorTestSuites,
    skipped: jest.numPendingTests,
  };
}

/** Reads what Playwright's `json` reporter writes. @internal */
export function tallyOfPlaywright(report: unknown): Tally {
  const { stats, errors } = report as {
    stats: {
      expected: number;
      flaky: number;
      unexpected: number;
      skipped: number;
    };
    errors?: unknown[];
  };
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (errors?.length ?? 0),
    skipped: stats.skipped,
  };
}
