import type { EntityFriction } from '@plumbline/backstage-plugin-plumbline-common';
import {
  formatAge,
  formatTime,
} from '@plumbline/backstage-plugin-plumbline-react';
import { DateTime } from 'luxon';

/** A score is computed on request; an answer this old means that nothing newer could be had. */
const STALE_AFTER_MINUTES = 60;

/** What stands in front of a score that is old or has gaps. */
export interface FrictionNotice {
  kind: 'refresh-failed' | 'stale' | 'partial';
  text: string;
}

/**
 * @param error - why the last refresh failed, while an older answer is shown
 * @param now - milliseconds since the epoch
 */
export function frictionNotice(
  friction: EntityFriction,
  error: Error | undefined,
  now: number = Date.now(),
): FrictionNotice | undefined {
  if (error) {
    return {
      kind: 'refresh-failed',
      text: `Could not be renewed: ${error.message}. This is of ${formatTime(
        friction.updatedAt,
      )}.`,
    };
  }
  if (now - Date.parse(friction.updatedAt) > STALE_AFTER_MINUTES * 60_000) {
    return {
      kind: 'stale',
      text: `${formatAge(
        friction.updatedAt,
        DateTime.fromMillis(now),
      )} old. Newer events are not in it.`,
    };
  }
  if (friction.state === 'scored' && friction.reason) {
    return { kind: 'partial', text: `At least: ${friction.reason}` };
  }
  return undefined;
}
