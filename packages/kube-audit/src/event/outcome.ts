import type { Outcome } from './NormalizedEvent';

export function outcomeOf(stage: string, code: number | undefined): Outcome {
  if (stage === 'Panic') {
    return 'failed';
  }
  if (code !== undefined && code >= 400) {
    return code === 401 || code === 403 ? 'denied' : 'failed';
  }
  if (stage === 'RequestReceived' || stage === 'ResponseStarted') {
    return 'started';
  }
  return code === undefined ? 'unknown' : 'success';
}
