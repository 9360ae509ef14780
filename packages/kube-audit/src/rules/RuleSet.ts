import type { ActorClass } from '../actor/Actor';
import type { Category, Severity } from './RuleMatch';

/**
 * How a request must have ended for a rule to apply; `failed` includes denied.
 * @public
 */
export type RuleOutcome = 'success' | 'denied' | 'failed' | 'any';

/**
 * The audit level a rule needs.
 * @public
 */
export type RuleNeeds = 'Metadata' | 'Request' | 'RequestResponse';

/**
 * What a value in a request body must look like. Of several values at a path
 * one is enough.
 * @public
 */
export interface BodyPredicate {
  /** `$.spec.replicas`, `$.spec.containers[*].image`, `$..privileged`. */
  path: string;
  equals?: string | number | boolean | null;
  in?: (string | number | boolean | null)[];
  /** RE2 expression: linear time whatever the body holds. */
  matches?: string;
  exists?: boolean;
}

/**
 * Conditions of a rule, all of which must hold; what is left out is any.
 * @public
 */
export interface RuleConditions {
  verbs?: string[];
  apiGroups?: string[];
  resources?: string[];
  /** Default `['']`: the object itself. `/status` never matches. */
  subresources?: string[];
  names?: string[];
  namespaces?: string[];
  ignoreNamespaces?: string[];
  /** Default `['human']`. */
  actorClasses?: (ActorClass | 'any')[];
  users?: string[];
  /** Default `success`. */
  outcome?: RuleOutcome;
  codes?: number[];
  fieldManagers?: string[];
  userAgents?: string[];
  /** Annotations that this request's body sets, not those the object had. */
  setsAnnotations?: Record<string, string>;
  /** Annotations of the audit event, written by the API server. */
  auditAnnotations?: Record<string, string>;
  body?: BodyPredicate[];
  /** Built-in tests that need more than one value, e.g. `changes-image`. */
  facts?: string[];
  /** Also consider reviews, leases and events. */
  noise?: boolean;
  /** So often by one user within a time such as `10m`. */
  window?: { count: number; within: string };
}

/**
 * One rule, defaults filled in.
 * @public
 */
export interface Rule {
  id: string;
  title: string;
  severity: Severity;
  category: Category;
  workflow?: string;
  /** Template; the schema lists its placeholders. */
  message: string;
  enabled: boolean;
  needs: RuleNeeds;
  /** `act`: of the claiming rules only the first takes an act. */
  claims: 'act' | 'none';
  /** What counts as one act. */
  act: 'request' | 'session' | 'maintenance';
  /** Rules of the classic pack whose condition this one covers. */
  replaces: string[];
  /** Any of these. */
  match: RuleConditions[];
  /** The first that holds sets the severity. */
  escalate: { severity: Severity; match: RuleConditions }[];
}

/**
 * A list of rules in order of precedence.
 * @public
 */
export interface RuleSet {
  name: string;
  /** Globs of namespaces that no rule looks at. */
  ignoreNamespaces: string[];
  rules: Rule[];
}
