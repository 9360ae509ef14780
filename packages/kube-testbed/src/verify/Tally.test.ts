import {
  describeTally,
  sumTallies,
  tallyOfJest,
  tallyOfPlaywright,
} from './Tally';

describe('tallies', () => {
  it('count a Jest suite that could not run as failed', () => {
    expect(
      tallyOfJest({
        numPassedTests: 5,
        numFailedTests: 1,
        numPendingTests: 2,
        numRuntimeErrorTestSuites: 1,
      }),
    ).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('count a Playwright run that broke outside its tests as failed', () => {
    expect(
      tallyOfPlaywright({
        stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 0 },
        errors: [{ message: 'no server' }],
      }),
    ).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it('add up and read as one line', () => {
    const sum = sumTallies([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 3 },
    ]);
    expect(describeTally(sum)).toBe('3 passed, 1 failed, 3 skipped');
    expect(describeTally({ passed: 3, failed: 0, skipped: 0 })).toBe(
      '3 passed, 0 failed',
    );
    expect(sumTallies([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
