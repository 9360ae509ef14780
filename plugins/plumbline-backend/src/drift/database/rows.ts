/** Columns of the drift tables as the databases deliver them. Big integers are text on PostgreSQL. */
type BigInteger = number | string;

export interface TargetRow {
  id: string;
  entity_ref: string;
  cluster: string;
  namespace: string;
  location: string;
  path: string;
  renderer: string | null;
  problem: string | null;
  missing_since: BigInteger | null;
  ticket: BigInteger;
  committed_ticket: BigInteger;
  looked_at: BigInteger | null;
  good_at: BigInteger | null;
  unverified_since: BigInteger | null;
  problem_step: string | null;
  problem_reason: string | null;
  notes: string;
  rendered_by: string | null;
  commit: string | null;
  objects_total: number;
  objects_compared: number;
  unverifiable: number;
  audit_coverage: string | null;
  controller: string | null;
  sync: string | null;
  remarks: string | null;
  read_folder: string | null;
}

export interface RunRow {
  id: string;
  target_id: string;
  ticket: BigInteger;
  status: string;
  trigger: string;
  started_at: BigInteger;
  finished_at: BigInteger | null;
  commit: string | null;
  error: string | null;
}

export interface ObjectRow {
  target_id: string;
  object_key: string;
  ref: string;
  cluster: string;
  api_group: string;
  kind: string;
  resource: string;
  namespace: string;
  name: string;
  verdict: string;
  reason: string | null;
  compared_at: BigInteger | null;
  clean_at: BigInteger | null;
  unverified_since: BigInteger | null;
  health: string | null;
  workloads: string | null;
}

export interface FindingRow {
  id: string;
  target_id: string;
  fingerprint: string;
  object_key: string;
  ref: string;
  path: string;
  type: string;
  direction: string;
  verdict: string;
  reason: string | null;
  severity: string;
  desired: string | null;
  live: string | null;
  desired_digest: string;
  live_digest: string;
  owner: string | null;
  attribution: string | null;
  source: string | null;
  suppression: string | null;
  suppression_rule_id: string | null;
  subject: string | null;
  incident_id: string | null;
  window_start: BigInteger | null;
  value_seen_at: BigInteger;
  first_seen_at: BigInteger;
  last_seen_at: BigInteger;
  last_clean_at: BigInteger | null;
  unverified_since: BigInteger | null;
  closed_at: BigInteger | null;
}

export interface IncidentRow {
  id: string;
  number: number;
  entity_ref: string;
  target_id: string;
  cluster: string;
  ref: string;
  title: string;
  state: string;
  severity: string;
  level: string;
  principals: string;
  people: string;
  cause: string | null;
  cause_class: string | null;
  grouping: string | null;
  fight: string | null;
  finding_count: number;
  event_ids: string;
  search_text: string;
  search_names: string;
  opened_at: BigInteger;
  updated_at: BigInteger;
  begun_at: BigInteger | null;
  begun_basis: string | null;
  caused_at: BigInteger | null;
  acknowledged_by: string | null;
  acknowledged_at: BigInteger | null;
  acknowledged_note: string | null;
  acknowledged_until: BigInteger | null;
  first_acknowledged_at: BigInteger | null;
  resolved_at: BigInteger | null;
  resolution: string | null;
  unverified_since: BigInteger | null;
  reopenings: number;
  reopened_times: string | null;
  previous_id: string | null;
  previous_number: number | null;
}

export interface HistoryRow {
  id: string;
  incident_id: string;
  time: BigInteger;
  kind: string;
  text: string;
  author: string | null;
}

export interface FindingValueRow {
  finding_id: string;
  at: BigInteger;
  live_digest: string;
  manager: string | null;
  value: string | null;
}

export interface EpisodeRow {
  finding_id: string;
  opened_at: BigInteger;
  target_id: string;
  entity_ref: string;
  ref: string;
  path: string;
  closed_at: BigInteger | null;
  resolution: string | null;
}

export interface SuppressionRow {
  id: string;
  target_id: string;
  entity_ref: string;
  fingerprint: string;
  ref: string;
  path: string;
  type: string;
  severity: string;
  rule_id: string | null;
  rule_name: string | null;
  rule_reason: string | null;
  rule_text: string;
  at: BigInteger;
}
