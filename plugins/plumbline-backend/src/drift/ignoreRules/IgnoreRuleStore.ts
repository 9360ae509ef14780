import type { IgnoreSubject } from '@plumbline/kube-drift';
import type { FindingRecord } from '../records';
import type { IgnoreRuleRecord } from './IgnoreRuleRecord';

/** An open difference that is drift, or is hidden by a rule: all that rules can change the verdict of. */
export interface RuleCandidate {
  id: string;
  targetId: string;
  entityRef: string;
  cluster: string;
  /** `apiVersion/Kind/namespace/name`. */
  ref: string;
  path: string;
  /** The saved rule that hid it at the last look, also when that is deleted by now; none for what is drift. */
  hiddenBy?: { ruleId?: string };
  /** Absent when it was last looked at before this was stored. */
  subject?: IgnoreSubject;
}

/** Which candidates. */
export interface RuleCandidateFilter {
  entityRefs: string[];
  kind?: string;
}

/** Keeps ignore rules, and knows the differences that they are about. */
export interface IgnoreRuleStore {
  list(): Promise<IgnoreRuleRecord[]>;
  /** Rules of the entity and of the whole portal. */
  listFor(entityRef: string): Promise<IgnoreRuleRecord[]>;
  get(id: string): Promise<IgnoreRuleRecord | undefined>;
  /** @throws ConflictError when a rule of that entity, or of the portal, has the name */
  create(rule: IgnoreRuleRecord): Promise<void>;
  /**
   * @returns whether it is there
   * @throws ConflictError when another rule of that entity, or of the portal, has the name
   */
  update(rule: IgnoreRuleRecord): Promise<boolean>;
  /** What it hid stays recorded, without its id. @returns whether it was there */
  delete(id: string): Promise<boolean>;
  /** Rules that expired since the last call, each once for all replicas. */
  takeExpired(now: number): Promise<IgnoreRuleRecord[]>;

  /** How many open differences each rule hides, by entity. */
  countHidden(): Promise<
    { ruleId: string; entityRef: string; count: number }[]
  >;
  /** In the order of entity, object and path. */
  candidates(filter: RuleCandidateFilter): Promise<RuleCandidate[]>;
  findings(ids: string[]): Promise<FindingRecord[]>;
  /** Forgets what rules began to hide before the time; what is hidden now keeps its rule. @returns how many records went */
  removeSuppressionsBefore(time: number): Promise<number>;
}
