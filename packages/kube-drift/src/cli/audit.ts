import {
  normalizeEvent,
  NormalizedEvent,
  readAuditEvents,
} from '@plumbline/kube-audit';
import { readFileSync } from 'node:fs';
import { attribute, AttributeInput } from '../attribution/attribute';
import { Comparison } from '../Comparison';

/** Attributes a comparison by the audit events of a file. */
export function attributeFrom(
  file: string,
  comparison: Comparison,
  input: Omit<AttributeInput, 'events'>,
): Comparison {
  return attribute(comparison, { ...input, events: readEvents(file) });
}

/** What is no audit event is left out: it can neither prove nor disprove. */
function readEvents(file: string): NormalizedEvent[] {
  return readAuditEvents(readFileSync(file, 'utf8')).flatMap(result =>
    'event' in result ? normalised(result.event) : [],
  );
}

function normalised(
  event: Parameters<typeof normalizeEvent>[0],
): NormalizedEvent[] {
  try {
    return [normalizeEvent(event)];
  } catch (error) {
    if ((error as Error).name === 'InvalidAuditEventError') {
      return [];
    }
    throw error;
  }
}
