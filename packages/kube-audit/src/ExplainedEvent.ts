import type { Actor, ActorClassification } from './actor/Actor';
import type { Command } from './command/Command';
import type { NormalizedObject, Outcome } from './event/NormalizedEvent';
import type { RuleMatch } from './rules/RuleMatch';
import type { RuleSet } from './rules/RuleSet';

/**
 * The object of an event as it is shown.
 * @public
 */
export type ExplainedObject = Pick<
  NormalizedObject,
  'apiVersion' | 'resource' | 'subresource' | 'kind' | 'namespace' | 'name'
>;

/**
 * What an event means: one line of `kube-audit explain`.
 *
 * `command` is null where nothing should be shown: a read that belongs to the
 * command of another event, a controller's request, discovery.
 * @public
 */
export interface ExplainedEvent {
  auditID: string;
  stage: string;
  /** RFC 3339, UTC, microseconds. */
  time: string;
  cluster?: string;
  sentence: string;
  command: Command | null;
  actor: Actor;
  object: ExplainedObject | null;
  outcome: Outcome;
  dryRun: boolean | 'unknown';
  rules: RuleMatch[];
}

/**
 * Options of {@link explainEvents}.
 * @public
 */
export interface ExplainOptions {
  cluster?: string;
  actors?: ActorClassification;
  /** Default: {@link defaultRuleSet}. */
  rules?: RuleSet;
}
