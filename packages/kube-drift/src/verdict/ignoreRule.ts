/**
 * A rule that hides findings. Parts left out match everything; a path covers
 * all below it. At most one of `path`, `jsonPointer`, `jq`, `regex` says
 * where; a rule with none of them hides whatever differs in its objects, be it
 * that they are not there. Text is compared exactly, without the space around
 * it.
 *
 * @public
 */
export interface IgnoreRule {
  /** Repeated with each finding that the rule hides. */
  id?: string;
  /** Shown with each finding that the rule hides. */
  title?: string;
  reason?: string;
  /**
   * Rules of one application are asked before those of the whole workspace.
   * Default `workspace`.
   */
  scope?: 'application' | 'workspace';
  /** ISO 8601; of equal rules the oldest is asked first. */
  createdAt?: string;
  /** ISO 8601; from that instant on the rule hides nothing. */
  expires?: string;
  /** `''` is the core group. */
  group?: string;
  kind?: string;
  /** Name of the object. */
  name?: string;
  namespace?: string;
  /**
   * Our own syntax: `spec.template.spec.containers[name=web].image`, `*`;
   * `$resource` for the object itself, that is missing or unexpected. Empty,
   * it stands for the object and all that is in it.
   */
  path?: string;
  /** RFC 6901: empty, it stands for the object and all that is in it. */
  jsonPointer?: string;
  /** The subset of jq that names paths; see {@link parseJqPath}. */
  jq?: string;
  /** A regular expression that the whole text of a path matches (RE2). */
  regex?: string;
  /** Only findings whose field this manager owns. */
  manager?: string;
}

/**
 * A rule that cannot be understood. The message names the rule's text.
 *
 * @public
 */
export class InvalidIgnoreRuleError extends Error {
  /** The part that is wrong; absent when it is the rule as a whole. */
  readonly field?: keyof IgnoreRule;

  constructor(message: string, field?: keyof IgnoreRule) {
    super(message);
    this.name = 'InvalidIgnoreRuleError';
    this.field = field;
  }
}
