import type { AuditEvent } from '../event/AuditEvent';
import { memberSpans } from './jsonSpans';

/**
 * Cloud log pipelines cut long events (16 KiB on AKS, `[Truncated...]` on
 * EKS). What stands before the cut still says who did what to which object;
 * the time, which comes last in an event, is taken from the envelope.
 *
 * @returns undefined when too little is left to be an event
 */
export function salvageEvent(
  text: string,
  time: string | undefined,
): AuditEvent | undefined {
  const start = text.indexOf('{');
  if (start < 0) {
    return undefined;
  }
  const members = memberSpans(text, { start, end: text.length });
  const entries = members.flatMap(({ key, value }) => {
    const parsed = parse(text.slice(value.start, value.end));
    return parsed === undefined
      ? []
      : [[String(parse(text.slice(key.start, key.end))), parsed] as const];
  });
  const event: AuditEvent = Object.fromEntries(entries);
  if (!event.auditID || !event.verb) {
    return undefined;
  }
  return {
    ...event,
    stageTimestamp: event.stageTimestamp ?? time,
    annotations: { ...event.annotations, 'audit.k8s.io/truncated': 'true' },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
