import type {
  AuditEventRow,
  Outcome,
} from '@plumbline/backstage-plugin-plumbline-common';

/** The word of each way in which a request ends. @public */
export const OUTCOME_WORDS: Record<Outcome, string> = {
  success: 'Succeeded',
  denied: 'Denied',
  failed: 'Failed',
  started: 'Started',
  unknown: 'Unknown',
};

/** @returns what a row says: `OK`, the status code, or the word. @internal */
export function resultText(
  event: Pick<AuditEventRow, 'outcome' | 'code'>,
): string {
  if (event.outcome === 'success') {
    return 'OK';
  }
  if (event.outcome === 'denied' || event.outcome === 'failed') {
    return event.code === undefined
      ? OUTCOME_WORDS[event.outcome]
      : String(event.code);
  }
  return OUTCOME_WORDS[event.outcome];
}
