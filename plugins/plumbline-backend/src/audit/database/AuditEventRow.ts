import {
  readAuditEvents,
  sanitizeText,
  type AuditEvent,
  type RuleMatch,
} from '@plumbline/kube-audit';
import { peopleOf } from '../peopleOf';
import type {
  AcceptedAuditEvent,
  AuditEventSummary,
  StoredAuditEvent,
} from '../StoredAuditEvent';
import { boundText } from '../../database/boundText';
import { searchTexts } from './searchTexts';

/** A row of `audit_events`. PostgreSQL gives bigints as strings. */
export interface AuditEventRow {
  sequence: number | string;
  id: string;
  event_key: string;
  request_key: string;
  cluster: string;
  audit_id: string;
  stage: string;
  level: string;
  time_us: number | string;
  received_at: number | string;
  verb: string;
  api_group: string | null;
  resource: string | null;
  subresource: string | null;
  namespace: string | null;
  name: string | null;
  actor: string;
  actor_class: string;
  on_behalf_of: string | null;
  outcome: string;
  dry_run: string;
  routine: boolean | number;
  friction: boolean | number;
  entity_ref: string | null;
  sentence: string;
  details: string;
  search_text: string;
  search_people: string;
}

/** A row of `audit_event_rules`. */
export interface AuditEventRuleRow {
  sequence: number | string;
  rule_id: string;
  severity: RuleMatch['severity'];
  category: RuleMatch['category'];
  title: string;
  message: string;
  act_key: string;
  workflow: string | null;
}

/** What {@link AuditEventRow.details} holds: the columns are for filters, this is what is read back. */
type Details = Pick<
  AuditEventSummary,
  'event' | 'actor' | 'command' | 'resolution'
>;

/** Whether a matched rule counts as friction. */
export type IsFriction = (match: RuleMatch) => boolean;

/** Columns of a list; {@link toSummary} reads them. */
export const SUMMARY_COLUMNS = [
  'sequence',
  'id',
  'request_key',
  'cluster',
  'received_at',
  'routine',
  'sentence',
  'details',
] as const;

/** The longest text of an indexed column, in bytes of UTF-8. */
const LONG = 512;
const SHORT = 253;

/** Columns of an event that is stored. */
export function toRow(
  accepted: AcceptedAuditEvent,
  sequence: number,
  receivedAt: number,
  isFriction: IsFriction,
): AuditEventRow {
  const { event: body, ...event } = accepted.event;
  const details: Details = {
    event,
    actor: accepted.actor,
    command: accepted.command,
    resolution: accepted.resolution,
  };
  const object = accepted.event.object;
  const texts = searchTexts(accepted, peopleOf(accepted));
  return {
    sequence,
    id: accepted.id,
    event_key: accepted.key,
    request_key: accepted.requestKey,
    cluster: accepted.cluster,
    audit_id: event.auditID,
    stage: boundText(event.stage, 32),
    level: event.level.slice(0, 32),
    time_us: event.timeMicros,
    received_at: receivedAt,
    verb: boundText(event.verb, 64),
    api_group: bounded(object?.apiGroup, SHORT),
    resource: bounded(object?.resource, SHORT),
    subresource: bounded(object?.subresource, SHORT),
    namespace: bounded(object?.namespace, SHORT),
    name: bounded(object?.name ?? nameInAnswer(body), LONG),
    actor: boundText(accepted.actor.name, LONG),
    actor_class: accepted.actor.class,
    on_behalf_of: bounded(accepted.actor.onBehalfOf, LONG),
    outcome: event.outcome,
    dry_run: String(event.dryRun),
    routine: accepted.routine,
    friction: accepted.rules.some(isFriction),
    entity_ref: bounded(accepted.resolution.entityRef, LONG),
    sentence: sanitizeText(accepted.sentence),
    details: JSON.stringify(details),
    search_text: texts.text,
    search_people: texts.people,
  };
}

/** Rows of the rules that an event matched. */
export function toRuleRows(
  accepted: AcceptedAuditEvent,
  sequence: number,
): AuditEventRuleRow[] {
  return accepted.rules.map(rule => ({
    sequence,
    rule_id: rule.id,
    severity: rule.severity,
    category: rule.category,
    title: sanitizeText(rule.title),
    message: sanitizeText(rule.message),
    act_key: sanitizeText(rule.actKey),
    workflow: rule.workflow ?? null,
  }));
}

/** What a list shows of an event. */
export function toSummary(
  row: Pick<AuditEventRow, (typeof SUMMARY_COLUMNS)[number]>,
  rules: AuditEventRuleRow[],
): AuditEventSummary {
  const details = JSON.parse(row.details) as Details;
  return {
    id: row.id,
    sequence: Number(row.sequence),
    requestKey: row.request_key,
    cluster: row.cluster,
    receivedAt: Number(row.received_at),
    event: details.event,
    actor: details.actor,
    sentence: row.sentence,
    command: details.command,
    rules: rules.map(toRuleMatch),
    resolution: details.resolution,
    routine: Boolean(row.routine),
  };
}

/** The event with its bodies. */
export function toStored(
  row: AuditEventRow & { raw: string | null },
  rules: AuditEventRuleRow[],
): StoredAuditEvent {
  const summary = toSummary(row, rules);
  const raw = row.raw ?? '{}';
  return {
    ...summary,
    key: row.event_key,
    event: { ...summary.event, event: eventIn(raw) },
    raw,
  };
}

function toRuleMatch(row: AuditEventRuleRow): RuleMatch {
  return {
    id: row.rule_id,
    severity: row.severity,
    category: row.category,
    title: row.title,
    message: row.message,
    actKey: row.act_key,
    ...(row.workflow === null ? {} : { workflow: row.workflow }),
  };
}

/** What was stored was read once, so it reads again; a row that does not is an event without bodies. */
function eventIn(raw: string): AuditEvent {
  const [result] = readAuditEvents(raw);
  return result && 'event' in result ? result.event : {};
}

/** With `generateName` only the answer tells the name. */
function nameInAnswer(event: AuditEvent): string | undefined {
  const answer = event.responseObject as
    | { kind?: unknown; metadata?: { name?: unknown } }
    | null
    | undefined;
  const name = answer?.kind === 'Status' ? undefined : answer?.metadata?.name;
  return typeof name === 'string' && name !== ''
    ? sanitizeText(name)
    : undefined;
}

function bounded(text: string | undefined, maxBytes: number): string | null {
  return text === undefined ? null : boundText(text, maxBytes);
}
