import { optional, toNumber } from '../database/jsonColumn';
import type { IgnoreRuleRecord } from './IgnoreRuleRecord';

/** Big integers are text on PostgreSQL, booleans numbers on SQLite. */
type BigInteger = number | string;

export interface RuleRow {
  id: string;
  entity_ref: string;
  name: string;
  reason: string;
  api_group: string | null;
  kind: string | null;
  namespace: string | null;
  object_name: string | null;
  path: string | null;
  json_pointer: string | null;
  jq: string | null;
  manager: string | null;
  expires_at: BigInteger | null;
  expiry_handled: boolean | number;
  active: boolean | number;
  created_at: BigInteger;
  created_by: string;
  updated_at: BigInteger | null;
  updated_by: string | null;
}

/** Unique indexes take nulls for different, so that rules of the portal have an empty entity. */
const PORTAL = '';

export function toRule(row: RuleRow): IgnoreRuleRecord {
  return {
    id: row.id,
    entityRef: row.entity_ref === PORTAL ? undefined : row.entity_ref,
    name: row.name,
    reason: row.reason,
    group: optional(row.api_group),
    kind: optional(row.kind),
    namespace: optional(row.namespace),
    objectName: optional(row.object_name),
    path: optional(row.path),
    jsonPointer: optional(row.json_pointer),
    jq: optional(row.jq),
    manager: optional(row.manager),
    expiresAt: toNumber(row.expires_at),
    active: Boolean(row.active),
    createdAt: Number(row.created_at),
    createdBy: row.created_by,
    updatedAt: toNumber(row.updated_at),
    updatedBy: optional(row.updated_by),
  };
}

/** A rule that was changed may expire anew. */
export function fromRule(rule: IgnoreRuleRecord): RuleRow {
  return {
    id: rule.id,
    entity_ref: rule.entityRef ?? PORTAL,
    name: rule.name,
    reason: rule.reason,
    api_group: rule.group ?? null,
    kind: rule.kind ?? null,
    namespace: rule.namespace ?? null,
    object_name: rule.objectName ?? null,
    path: rule.path ?? null,
    json_pointer: rule.jsonPointer ?? null,
    jq: rule.jq ?? null,
    manager: rule.manager ?? null,
    expires_at: rule.expiresAt ?? null,
    expiry_handled: false,
    active: rule.active,
    created_at: rule.createdAt,
    created_by: rule.createdBy,
    updated_at: rule.updatedAt ?? null,
    updated_by: rule.updatedBy ?? null,
  };
}

/** The key under which rules of an entity, or of the portal, are stored. */
export function ownerColumn(entityRef: string | undefined): string {
  return entityRef ?? PORTAL;
}
