import type { FrictionDriver } from '@plumbline/backstage-plugin-plumbline-common';

/** A driver for which the rule names a way out. */
export interface NextStep {
  ruleId: string;
  title: string;
  points: number;
  nextStep: string;
}

/** @returns the ways out that the rules name, the one that takes most points off first. */
export function nextSteps(drivers: FrictionDriver[]): NextStep[] {
  return drivers
    .flatMap(({ ruleId, title, points, nextStep }) =>
      nextStep && points > 0 ? [{ ruleId, title, points, nextStep }] : [],
    )
    .sort((a, b) => b.points - a.points);
}
