/**
 * Kubernetes audit events: read any shape, name the actor, tell what happened,
 * reconstruct the command, match rules. Functions over values: no I/O, no state.
 *
 * @packageDocumentation
 */
export type {
  AuditEvent,
  AuditObjectReference,
  AuditUser,
} from './event/AuditEvent';
export type {
  NormalizedEvent,
  NormalizedObject,
  NormalizedUser,
  Outcome,
} from './event/NormalizedEvent';
export { InvalidAuditEventError } from './event/InvalidAuditEventError';
export { normalizeEvent } from './event/normalizeEvent';
export { auditEventKey, requestKey } from './event/auditEventKey';
export { MAX_AUDIT_ID_LENGTH, sanitizeText } from './event/sanitize';
export { readAuditEvents } from './sources/readAuditEvents';
export type { ReadOptions, ReadResult } from './sources/ReadResult';
export type { Actor, ActorClass, ActorClassification } from './actor/Actor';
export { classifyActor } from './actor/classifyActor';
export type { Command, Confidence } from './command/Command';
export type { Category, RuleMatch, Severity } from './rules/RuleMatch';
export type {
  BodyPredicate,
  Rule,
  RuleConditions,
  RuleNeeds,
  RuleOutcome,
  RuleSet,
} from './rules/RuleSet';
export { classicRuleSet, defaultRuleSet } from './rules/defaultRuleSet';
export { frictionRuleSchema } from './rules/frictionRuleSchema';
export { InvalidRuleSetError, loadRuleSet } from './rules/loadRuleSet';
export type {
  ExplainedEvent,
  ExplainedObject,
  ExplainOptions,
} from './ExplainedEvent';
export { explainEvents } from './explainEvents';
export type { ExplainedLine } from './explainText';
export { explainText } from './explainText';
