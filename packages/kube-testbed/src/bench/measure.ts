/** What one piece of work costs, in microseconds of CPU time. */
export interface Cost {
  /** Median over all rounds. */
  median: number;
  /** Of the quickest round: the least disturbed by other programs. */
  best: number;
}

/** Work that is done for each item of a list. */
export interface Task {
  /** How many items one call of `run` goes through. */
  items: number;
  run(): void;
}

const ROUNDS = 25;

/**
 * Measures tasks side by side, round by round: what disturbs the machine
 * disturbs all of them, and their ratio holds where absolute times do not.
 */
export function measure<Name extends string>(
  tasks: Record<Name, Task>,
): Record<Name, Cost> {
  const names = Object.keys(tasks) as Name[];
  const times = new Map<Name, number[]>(names.map(name => [name, []]));
  names.forEach(name => tasks[name].run());
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      const { items, run } = tasks[name];
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      times.get(name)?.push((user + system) / items);
    }
  }
  return Object.fromEntries(
    names.map(name => [name, costOf(times.get(name) ?? [])]),
  ) as Record<Name, Cost>;
}

function costOf(times: number[]): Cost {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)],
    best: sorted[0],
  };
}
