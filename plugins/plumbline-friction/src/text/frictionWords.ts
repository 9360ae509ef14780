import type {
  Band,
  EntityFriction,
} from '@plumbline/backstage-plugin-plumbline-common';

/** Scores of each band, as words. */
export const BAND_RANGES: Record<Band, string> = {
  critical: '80 to 100 of 100',
  high: '60 to 79 of 100',
  medium: '40 to 59 of 100',
  low: '0 to 39 of 100',
};

/** Values at which a band begins. */
export const BAND_LIMITS = [40, 60, 80];

/** `24 since yesterday`, with the direction said apart from the number. */
export interface ScoreChange {
  direction: 'up' | 'down' | 'same';
  amount: number;
}

/** @returns `undefined` when nothing older is known to compare with. */
export function scoreChange(
  change: number | undefined,
): ScoreChange | undefined {
  if (change === undefined) {
    return undefined;
  }
  const amount = Math.abs(Math.round(change));
  if (amount === 0) {
    return { direction: 'same', amount };
  }
  return { direction: change > 0 ? 'up' : 'down', amount };
}

/** `22 above a week ago` */
export function weekChangeText(change: number | undefined): string {
  const value = scoreChange(change);
  if (!value) {
    return 'no score a week ago';
  }
  if (value.direction === 'same') {
    return 'as a week ago';
  }
  return `${value.amount} ${
    value.direction === 'up' ? 'above' : 'below'
  } a week ago`;
}

/** Sentence of the ring for screen readers. */
export function ringLabel(friction: EntityFriction): string {
  return friction.score === undefined
    ? 'Friction score unknown'
    : `Friction score ${friction.score} of 100, ${friction.band ?? 'no band'}`;
}

/** What a score without a number is called, and what it means. */
export function unknownScoreText(friction: {
  state: EntityFriction['state'];
  reason?: string;
}): { title: string; text: string } {
  if (friction.state === 'not-resolved') {
    return {
      title: 'No score',
      text: sentence(
        friction.reason,
        'No audit event could be matched to this entity',
      ),
    };
  }
  return {
    title: 'Score unknown',
    text: sentence(
      friction.reason,
      'No audit events arrive from the clusters it runs on',
    ),
  };
}

function sentence(reason: string | undefined, fallback: string): string {
  const text = reason ?? fallback;
  return text.endsWith('.') ? text : `${text}.`;
}
