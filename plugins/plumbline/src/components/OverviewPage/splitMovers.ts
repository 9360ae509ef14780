import type { Overview } from '@plumbline/backstage-plugin-plumbline-common';

type Mover = Overview['movers'][number];

/** @returns services that got worse and better, the largest change first; what did not change is in neither. */
export function splitMovers(movers: Mover[]): {
  worse: Mover[];
  better: Mover[];
} {
  const byChange = [...movers].sort(
    (a, b) => Math.abs(b.change) - Math.abs(a.change),
  );
  return {
    worse: byChange.filter(mover => mover.change > 0),
    better: byChange.filter(mover => mover.change < 0),
  };
}
