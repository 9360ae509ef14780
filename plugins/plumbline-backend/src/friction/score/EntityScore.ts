import {
  bandOfScore,
  scoreOfShares,
  scoreShare,
  type Band,
  type EntityFriction,
  type FrictionDriver,
  type ScoreParameters,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { FrictionRules } from '../FrictionRules';
import type { Decayed } from './decay';

/** What the points of an entity make. */
export interface Score {
  /** 0 to 100. */
  score: number;
  band: Band;
  /** Shares of the score by rule, the largest first; they sum to `sum`. */
  drivers: FrictionDriver[];
  sum: number;
  /** Events in the window. */
  eventCount: number;
}

/** A score, or why there is none. */
export interface EntityScore {
  state: EntityFriction['state'];
  /** Why nothing can be said, or what was looked at. */
  reason?: string;
  /** Absent when nothing can be said. */
  score?: Score;
}

/** The score that decayed points by rule make. */
export function scoreOf(
  rules: ReadonlyMap<string, Decayed> | undefined,
  descriptions: FrictionRules,
  parameters: ScoreParameters,
): Score {
  const drivers = [...(rules ?? [])]
    .map(([ruleId, { points, count }]) => ({
      ...descriptions.describe(ruleId),
      points: scoreShare(points, parameters),
      count,
    }))
    .sort((a, b) => b.points - a.points || a.ruleId.localeCompare(b.ruleId));
  const sum = drivers.reduce((total, driver) => total + driver.points, 0);
  const score = scoreOfShares(sum);
  return {
    score,
    band: bandOfScore(score),
    drivers,
    sum,
    eventCount: drivers.reduce((total, driver) => total + driver.count, 0),
  };
}
