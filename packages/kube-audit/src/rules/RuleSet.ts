import type { ActorClass } from '../actor/Actor';
import type { Category, Severity } from './RuleMatch';

/** How a request must have ended for a rule to apply. @public */
export type RuleOutcome = 'success' | 'denied' | 'failed' | 'any';

/** Audit level a rule needs: Metadata, Request, RequestResponse. @public */
export type RuleNeeds = 'Metadata' | 'Request' | 'RequestResponse';

/** What a value in a request body must look like. @public */
export interface BodyPredicate {
  /** `$.spec.replicas`, `$.spec.containers[*].image`, `$..securityContext.privileged`. */
  path: string;
  equals?: string | number | boolean | null;
  in?: (string | number | boolean | null)[];
  /** RE2 expression; linear time whatever the body holds. */
  matches?: string;
  exists?: boolean;
}

/** Conditions of a rule, all of which must hold; what is left out is any. @public */
export interface RuleConditions {
  verbs?: string[];
  apiGroups?: string[];
  resources?: string[];
  subresources?: string[];
  names?: string[];
  namespaces?: string[];
  ignoreNamespaces?: string[];
  actorClasses?: ActorClass[];
  users?: string[];
  outcome?: RuleOutcome;
  fieldManagers?: string[];
  userAgents?: string[];
  /** Annotations that this request's body sets (not those the object had). */
  setsAnnotations?: Record<string, string>;
  /** Annotations of the audit event, written by the API server. */
  auditAnnotations?: Record<string, string>;
  body?: BodyPredicate[];
  /** Named tests that need more than one value, e.g. `changes-image`. */
  facts?: string[];
}

/** One rule as its YAML says it, defaults filled in. @public */
export interface Rule {
  id: string;
  title: string;
  severity: Severity;
  category: Category;
  workflow?: string;
  message: string;
  enabled: boolean;
  needs: RuleNeeds;
  match: RuleConditions[];
  /** How much of an act this rule takes; see the pack's head comment. */
  claims: 'act' | 'none';
  /** Other names of the same condition, e.g. of the classic pack. */
  replaces?: string[];
}

/**
 * A list of rules in order of precedence: of the rules that claim an act, the
 * first that matches takes it.
 * @public
 */
export interface RuleSet {
  name: string;
  rules: Rule[];
}
