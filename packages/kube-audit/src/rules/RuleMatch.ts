/**
 * How much a match weighs.
 * @public
 */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/**
 * What a match is about: going round the platform, leaving Git behind,
 * security, or hygiene.
 * @public
 */
export type Category = 'friction' | 'drift' | 'security' | 'hygiene';

/**
 * A rule that an event matched.
 *
 * `actKey` is the same for everything that belongs to one act of one person:
 * the stages of a request, both transports of a refused stream, the evictions
 * of a drain. Whoever counts friction counts distinct `actKey`s.
 * @public
 */
export interface RuleMatch {
  id: string;
  severity: Severity;
  category: Category;
  title: string;
  message: string;
  actKey: string;
  /** Workflow the act belongs to, e.g. `deploy`, where the rule names one. */
  workflow?: string;
}
