import { Marker } from '../path/elements';
import { formatPath, RESOURCE_PATH } from '../path/format';
import { parseJsonPointer } from '../path/jsonPointer';
import { patternCovers, textCovers } from '../path/match';
import { parsePattern, PatternSegment } from '../path/parse';
import { groupOf } from '../schema/registry';
import { ObjectIdentity } from '../identity/ref';
import { describeIgnoreRule } from './describeIgnoreRule';
import { IgnoreRule, InvalidIgnoreRuleError } from './ignoreRule';
import { IgnoreSubject } from './ignoreSubject';
import { parseJqPath } from './jqPath';
import { compilePathRegex } from './pathRegex';

/** A rule made ready to be asked many times. */
export interface CompiledIgnoreRule {
  rule: IgnoreRule;
  /** The rule as captured: what is shown with a hidden finding. */
  text: string;
  covers(subject: IgnoreSubject): boolean;
}

type Covering = (subject: IgnoreSubject) => boolean;

const PLACES = ['path', 'jsonPointer', 'jq', 'regex'] as const;
const SCOPES = ['group', 'kind', 'namespace', 'name', 'manager'] as const;
const TIMES = ['createdAt', 'expires'] as const;
const PARTS: ReadonlySet<string> = new Set<keyof IgnoreRule>([
  ...PLACES,
  ...SCOPES,
  ...TIMES,
  'id',
  'title',
  'reason',
  'scope',
]);

/**
 * @param mark - by which the elements of subjects were described
 * @throws InvalidIgnoreRuleError
 */
export function compileIgnoreRule(
  given: IgnoreRule,
  mark: Marker,
): CompiledIgnoreRule {
  const rule = trimmed(given);
  assertSound(rule);
  const covers = compilePlace(rule, mark);
  return {
    rule,
    text: describeIgnoreRule(rule),
    covers: subject =>
      inScope(rule, subject.object) &&
      (rule.manager === undefined || subject.managers.includes(rule.manager)) &&
      covers(subject),
  };
}

function trimmed(rule: IgnoreRule): IgnoreRule {
  return Object.fromEntries(
    Object.entries(rule).map(([part, text]) => [
      part,
      typeof text === 'string' ? text.trim() : text,
    ]),
  );
}

function assertSound(rule: IgnoreRule): void {
  // A part spelled wrong must not read as left out: the rule would hide more.
  const unknown = Object.keys(rule).find(part => !PARTS.has(part));
  if (unknown !== undefined) {
    throw new InvalidIgnoreRuleError(`${unknown}: a rule has no such part`);
  }
  if ([...PLACES, ...SCOPES].every(part => rule[part] === undefined)) {
    throw new InvalidIgnoreRuleError(
      'the rule would hide every difference: give it a path, jsonPointer, jq or regex, a kind, name, namespace or group, or a manager',
    );
  }
  const places = PLACES.filter(place => rule[place] !== undefined);
  if (places.length > 1) {
    throw new InvalidIgnoreRuleError(
      `the rule has ${places.join(' and ')}: one of them says where`,
      places[1],
    );
  }
  if (
    rule.scope &&
    rule.scope !== 'application' &&
    rule.scope !== 'workspace'
  ) {
    throw new InvalidIgnoreRuleError(
      `scope: neither application nor workspace: ${rule.scope}`,
      'scope',
    );
  }
  for (const part of TIMES) {
    const time = rule[part];
    if (time !== undefined && Number.isNaN(Date.parse(time))) {
      throw new InvalidIgnoreRuleError(`${part}: not a time: ${time}`, part);
    }
  }
}

function compilePlace(rule: IgnoreRule, mark: Marker): Covering {
  const { path, jsonPointer, jq, regex } = rule;
  if (path === '' || jsonPointer === '') {
    return () => true; // points at the whole object, as RFC 6901 says
  }
  const follows =
    (pattern: readonly PatternSegment[]): Covering =>
    subject =>
      !isObjectItself(subject) &&
      patternCovers(pattern, subject.path, subject.elements, mark);
  if (path !== undefined) {
    const pattern = follows(patternOf(path));
    return subject => textCovers(path, subject.path) || pattern(subject);
  }
  if (jsonPointer !== undefined) {
    return follows(pointerOf(jsonPointer));
  }
  if (jq !== undefined) {
    return follows(jqPatternOf(jq));
  }
  return regex === undefined ? () => true : regexCovering(regex);
}

/** Only its own text, or a rule for the whole object, hides that an object is not there. */
function isObjectItself({ path }: IgnoreSubject): boolean {
  return formatPath(path) === RESOURCE_PATH;
}

function patternOf(text: string): PatternSegment[] {
  const pattern = parsePattern(text);
  if (!pattern) {
    throw new InvalidIgnoreRuleError(`not a path: ${text}`, 'path');
  }
  return pattern;
}

function pointerOf(text: string): PatternSegment[] {
  const pattern = parseJsonPointer(text);
  if (!pattern) {
    throw new InvalidIgnoreRuleError(
      `not a JSON Pointer: ${text}; it begins with /`,
      'jsonPointer',
    );
  }
  return pattern;
}

function jqPatternOf(text: string): PatternSegment[] {
  const parsed = parseJqPath(text);
  if ('message' in parsed) {
    throw new InvalidIgnoreRuleError(
      `jq expression ${text}: ${parsed.message}`,
      'jq',
    );
  }
  return parsed.pattern;
}

function regexCovering(source: string): Covering {
  const compiled = compilePathRegex(source);
  if ('message' in compiled) {
    throw new InvalidIgnoreRuleError(compiled.message, 'regex');
  }
  return ({ path }) => compiled.coversPath(path);
}

function inScope(rule: IgnoreRule, object: ObjectIdentity): boolean {
  return (
    (rule.group === undefined || rule.group === groupOf(object.apiVersion)) &&
    (rule.kind === undefined || rule.kind === object.kind) &&
    (rule.namespace === undefined || rule.namespace === object.namespace) &&
    (rule.name === undefined || rule.name === object.name)
  );
}
