import { ObjectIdentity } from '../identity/ref';
import { parseJsonPointer } from '../path/jsonPointer';
import { patternCovers, textCovers } from '../path/match';
import { parsePattern, PatternSegment } from '../path/parse';
import { Path } from '../path/segment';
import { groupOf } from '../schema/registry';
import { JsonValue } from '../values/json';
import { parseJqPath } from './jqPath';
import { compilePathRegex, PathRegex } from './pathRegex';

/**
 * A rule that hides findings. Parts left out match everything; a path covers
 * all below it. Exactly one of `path`, `jsonPointer`, `jq`, `regex` says where.
 *
 * @public
 */
export interface IgnoreRule {
  /** Shown with each finding that the rule hides. */
  title?: string;
  reason?: string;
  /** ISO 8601; from then on the rule hides nothing. */
  expires?: string;
  /** `''` is the core group. */
  group?: string;
  kind?: string;
  /** Name of the object. */
  name?: string;
  namespace?: string;
  /** Our own syntax: `spec.template.spec.containers[name=web].image`, `*`. */
  path?: string;
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
  constructor(message: string) {
    super(message);
    this.name = 'InvalidIgnoreRuleError';
  }
}

/** What a rule looks at in one finding. */
export interface IgnoreSubject {
  identity: ObjectIdentity;
  path: Path;
  /** Field managers of the field. */
  managers: readonly string[];
  /** The objects that the path points into. */
  roots: Array<JsonValue | undefined>;
}

/** A rule made ready to be asked many times. */
export interface CompiledIgnoreRule {
  rule: IgnoreRule;
  /** The rule as captured: what is shown with a hidden finding. */
  text: string;
  covers(subject: IgnoreSubject): boolean;
}

/** @throws InvalidIgnoreRuleError */
export function compileIgnoreRule(rule: IgnoreRule): CompiledIgnoreRule {
  const pathCovers = compilePath(rule);
  return {
    rule,
    text: describe(rule),
    covers: subject =>
      inScope(rule, subject.identity) &&
      (rule.manager === undefined || subject.managers.includes(rule.manager)) &&
      pathCovers(subject),
  };
}

function compilePath(rule: IgnoreRule): (subject: IgnoreSubject) => boolean {
  if (rule.path !== undefined) {
    const text = rule.path;
    const pattern = parsePattern(text);
    if (!pattern) {
      throw new InvalidIgnoreRuleError(`not a path: ${text}`);
    }
    return subject =>
      textCovers(text, subject.path) || covers(pattern, subject);
  }
  if (rule.jsonPointer !== undefined) {
    const pattern = parseJsonPointer(rule.jsonPointer);
    if (!pattern) {
      throw new InvalidIgnoreRuleError(
        `not a JSON Pointer: ${rule.jsonPointer}`,
      );
    }
    return subject => covers(pattern, subject);
  }
  if (rule.jq !== undefined) {
    const parsed = parseJqPath(rule.jq);
    if ('message' in parsed) {
      throw new InvalidIgnoreRuleError(
        `jq expression ${rule.jq}: ${parsed.message}`,
      );
    }
    return subject => covers(parsed.pattern, subject);
  }
  if (rule.regex !== undefined) {
    return regexCovers(compilePathRegex(rule.regex));
  }
  if (rule.manager !== undefined) {
    return () => true;
  }
  throw new InvalidIgnoreRuleError(
    'a rule needs one of path, jsonPointer, jq, regex, manager',
  );
}

function covers(
  pattern: readonly PatternSegment[],
  { path, roots }: IgnoreSubject,
): boolean {
  return patternCovers(pattern, path, roots);
}

function regexCovers(regex: PathRegex | { message: string }) {
  if ('message' in regex) {
    throw new InvalidIgnoreRuleError(regex.message);
  }
  return ({ path }: IgnoreSubject) => regex.coversPath(path);
}

function inScope(rule: IgnoreRule, identity: ObjectIdentity): boolean {
  return (
    (rule.group === undefined || rule.group === groupOf(identity.apiVersion)) &&
    (rule.kind === undefined || rule.kind === identity.kind) &&
    (rule.namespace === undefined || rule.namespace === identity.namespace) &&
    (rule.name === undefined || rule.name === identity.name)
  );
}

/** How specific a rule is: resource-specific rules go before general ones. */
export function specificity(rule: IgnoreRule): number {
  return [rule.name, rule.namespace, rule.kind, rule.group].filter(
    part => part !== undefined,
  ).length;
}

function describe(rule: IgnoreRule): string {
  const where = [
    rule.path,
    rule.jsonPointer,
    rule.jq,
    rule.regex && `/${rule.regex}/`,
    rule.manager && `fields of manager ${rule.manager}`,
  ].find(Boolean);
  const scope = [rule.group, rule.kind, rule.namespace, rule.name]
    .filter(Boolean)
    .join('/');
  const title = rule.title ? `${rule.title}: ` : '';
  const reason = rule.reason ? ` (${rule.reason})` : '';
  return `${title}${where}${scope ? ` of ${scope}` : ''}${reason}`;
}
