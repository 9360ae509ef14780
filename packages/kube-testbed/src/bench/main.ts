import { driftBench } from './driftBench';
import { formatTable, Row } from './table';

const BENCHES: Record<string, () => { rows: Row[]; failures: string[] }> = {
  drift: driftBench,
};

/**
 * Runs the named benchmarks, all of them without a name.
 *
 * @returns the exit status: 1 when a figure is not good enough, 2 for a name
 * that nobody knows
 */
export function main(print: (line: string) => void, names: string[]): number {
  const known = Object.keys(BENCHES);
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined) {
    print(
      `bench: no benchmark is called ${unknown}; there is ${known.join(', ')}`,
    );
    return 2;
  }
  let status = 0;
  for (const name of names.length > 0 ? names : known) {
    const { rows, failures } = BENCHES[name]();
    formatTable(rows).forEach(print);
    for (const failure of failures) {
      print(`NOT GOOD ENOUGH  ${failure}`);
      status = 1;
    }
  }
  return status;
}
