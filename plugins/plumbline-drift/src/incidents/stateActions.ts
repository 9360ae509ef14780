import type {
  IncidentStateChange,
  IncidentSummary,
} from '@plumbline/backstage-plugin-plumbline-common';
import { DateTime } from 'luxon';

/** What a person may do to the state of an incident. @internal */
export type StateAction = 'acknowledge' | 'edit' | 'take-back';

const ACTIONS: Record<IncidentSummary['state'], StateAction[]> = {
  open: ['acknowledge'],
  reopened: ['acknowledge'],
  acknowledged: ['edit', 'take-back'],
  resolved: [],
};

/**
 * Resolving is none of them: a check does it that finds the fields as in Git.
 *
 * @internal
 */
export function stateActions(state: IncidentSummary['state']): StateAction[] {
  return ACTIONS[state];
}

/** How long an acknowledgement may be meant to hold. @internal */
export const UNTIL_CHOICES = {
  resolved: 'Until it is resolved',
  hour: 'For 1 hour',
  fourHours: 'For 4 hours',
  day: 'For 1 day',
  week: 'For 7 days',
  time: 'Until a time',
} as const;

/** @internal */
export type UntilChoice = keyof typeof UNTIL_CHOICES;

const HOURS: Partial<Record<UntilChoice, number>> = {
  hour: 1,
  fourHours: 4,
  day: 24,
  week: 168,
};

/** What the form of an acknowledgement holds. @internal */
export interface AcknowledgeForm {
  note: string;
  choice: UntilChoice;
  /** Local time as a browser's field for date and time has it; read when the choice is `time`. */
  localTime: string;
}

/**
 * @returns the form as it opens: with what is known when somebody edits.
 * @internal
 */
export function acknowledgeForm(
  acknowledgement: IncidentSummary['acknowledgement'],
): AcknowledgeForm {
  const { note = '', until } = acknowledgement ?? {};
  return {
    note,
    choice: until ? 'time' : 'resolved',
    localTime: until
      ? DateTime.fromISO(until).toFormat("yyyy-MM-dd'T'HH:mm")
      : '',
  };
}

/**
 * @returns why the form cannot be sent; `undefined` when it can.
 * @internal
 */
export function untilProblem(
  form: AcknowledgeForm,
  now: DateTime = DateTime.now(),
): string | undefined {
  if (form.choice !== 'time') {
    return undefined;
  }
  const time = DateTime.fromISO(form.localTime);
  if (!time.isValid) {
    return 'Say a date and a time';
  }
  return time <= now ? 'That time is over' : undefined;
}

/**
 * @returns what to ask the backend for.
 * @internal
 */
export function acknowledgeChange(
  form: AcknowledgeForm,
  now: DateTime = DateTime.now(),
): IncidentStateChange {
  const hours = HOURS[form.choice];
  const until =
    form.choice === 'time'
      ? DateTime.fromISO(form.localTime)
      : hours && now.plus({ hours });
  return {
    state: 'acknowledged',
    note: form.note.trim() || undefined,
    until: until ? until.toUTC().toISO() ?? undefined : undefined,
  };
}
