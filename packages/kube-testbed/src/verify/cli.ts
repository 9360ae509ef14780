import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Step, steps } from './steps';
import { describeTally, sumTallies, type Tally } from './Tally';

/** Runs all steps, or those whose names contain one of the arguments; the last line is the tally of all tests. */
async function verify(wanted: string[]): Promise<boolean> {
  const chosen = steps.filter(
    step =>
      wanted.length === 0 || wanted.some(word => step.name.includes(word)),
  );
  if (chosen.length === 0) {
    throw new Error(
      `no step is called ${wanted.join(', ')}; there are: ${steps
        .map(step => step.name)
        .join('; ')}`,
    );
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-verify-'));
  const results: { step: Step; tally: Tally; seconds: number }[] = [];
  try {
    for (const step of chosen) {
      process.stdout.write(`\n=== ${step.name}\n`);
      const start = Date.now();
      const tally = await step.run(folder);
      results.push({ step, tally, seconds: (Date.now() - start) / 1000 });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  process.stdout.write('\n');
  for (const { step, tally, seconds } of results) {
    const mark = tally.failed > 0 ? 'FAILED' : 'ok';
    process.stdout.write(
      `${mark.padEnd(6)} ${step.name} (${Math.round(
        seconds,
      )} s): ${describeTally(tally)}\n`,
    );
  }
  const total = sumTallies(results.map(result => result.tally));
  process.stdout.write(`${describeTally(total)}\n`);
  return total.failed === 0;
}

verify(process.argv.slice(2)).then(
  green => {
    process.exitCode = green ? 0 : 1;
  },
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  },
);
