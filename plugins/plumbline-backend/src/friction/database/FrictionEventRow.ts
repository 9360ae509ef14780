import type { FrictionEventRecord } from '../FrictionStore';

/** A row of `friction_events`. PostgreSQL gives bigints as strings. */
export interface FrictionEventRow {
  id: string;
  act: string;
  entity_ref: string | null;
  cluster: string;
  rule_id: string;
  severity: FrictionEventRecord['severity'];
  points: number;
  time: number | string;
  event_id: string;
  details: string;
}

type Details = Pick<
  FrictionEventRecord,
  'title' | 'actor' | 'object' | 'sentence' | 'command' | 'people'
>;

export function toRow(event: FrictionEventRecord): FrictionEventRow {
  const { title, actor, object, sentence, command, people } = event;
  const details: Details = { title, actor, object, sentence, command, people };
  return {
    id: event.id,
    act: event.act,
    entity_ref: event.entityRef ?? null,
    cluster: event.cluster,
    rule_id: event.ruleId,
    severity: event.severity,
    points: event.points,
    time: event.time,
    event_id: event.eventId,
    details: JSON.stringify(details),
  };
}

export function toRecord(row: FrictionEventRow): FrictionEventRecord {
  return {
    ...(JSON.parse(row.details) as Details),
    id: row.id,
    act: row.act,
    entityRef: row.entity_ref ?? undefined,
    cluster: row.cluster,
    ruleId: row.rule_id,
    severity: row.severity,
    points: Number(row.points),
    time: Number(row.time),
    eventId: row.event_id,
  };
}
