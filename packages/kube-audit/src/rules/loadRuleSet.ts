import Ajv, { type ErrorObject } from 'ajv';
import { load, YAMLException } from 'js-yaml';
import { CompiledRuleSet } from './compileRuleSet';
import { frictionRuleSchema } from './frictionRuleSchema';
import { toRuleSet, type RuleSetSource } from './toRuleSet';
import type { RuleSet } from './RuleSet';

/**
 * Thrown by {@link loadRuleSet}; the message names source, line, rule and key.
 * @public
 */
export class InvalidRuleSetError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidRuleSetError';
  }
}

/**
 * Reads rules from YAML and checks them against {@link frictionRuleSchema}.
 *
 * @param source - name of the text for messages, e.g. a file name
 * @throws {@link InvalidRuleSetError} for the first problem found
 * @public
 */
export function loadRuleSet(yamlText: string, source = 'rules'): RuleSet {
  const parsed = parse(yamlText, source);
  const validate = new Ajv({ allErrors: false, allowUnionTypes: true }).compile(
    frictionRuleSchema,
  );
  if (!validate(parsed)) {
    const [error] = validate.errors ?? [];
    throw new InvalidRuleSetError(explain(error, parsed, yamlText, source));
  }
  const ruleSet = toRuleSet(parsed as RuleSetSource, source);
  checkIds(ruleSet, yamlText, source);
  checkRules(ruleSet, yamlText, source);
  return ruleSet;
}

function parse(text: string, source: string): unknown {
  try {
    return load(text);
  } catch (error) {
    if (error instanceof YAMLException) {
      const line = (error.mark?.line ?? 0) + 1;
      throw new InvalidRuleSetError(`${source}:${line}: ${error.reason}`);
    }
    throw error;
  }
}

function explain(
  error: ErrorObject | undefined,
  parsed: unknown,
  text: string,
  source: string,
): string {
  const [, list, index, ...path] = (error?.instancePath ?? '').split('/');
  const id = list === 'rules' ? ruleIdAt(parsed, Number(index)) : undefined;
  const extra = error?.params?.additionalProperty as string | undefined;
  const missing = error?.params?.missingProperty as string | undefined;
  const allowed = error?.params?.allowedValues as unknown[] | undefined;
  const key = extra ?? missing ?? path.filter(p => !/^\d+$/.test(p)).at(-1);
  const where = `${source}:${lineOf(text, id, missing ? undefined : key)}`;
  const rule = id ? `rule ${id}: ` : '';
  const at = [...path, ...(extra ? [extra] : [])].join('.');
  const hint = allowed ? ` (${allowed.join(', ')})` : '';
  return `${where}: ${rule}${at ? `${at}: ` : ''}${
    error?.message ?? 'is invalid'
  }${hint}`;
}

function ruleIdAt(parsed: unknown, index: number): string | undefined {
  const rules = (parsed as { rules?: { id?: unknown }[] }).rules;
  const id = rules?.[index]?.id;
  return typeof id === 'string' ? id : `#${index + 1}`;
}

/** The line of a key inside a rule, of the rule, else the first. */
function lineOf(
  text: string,
  id: string | undefined,
  key: string | undefined,
): number {
  const lines = text.split('\n');
  const start = id
    ? lines.findIndex(line => /^\s*-?\s*id:/.test(line) && line.includes(id))
    : 0;
  if (start < 0) {
    return 1;
  }
  const next = lines.findIndex(
    (line, i) => i > start && /^\s*- id:/.test(line),
  );
  const block = lines.slice(start, next < 0 ? undefined : next);
  const inBlock = key ? block.findIndex(line => line.includes(`${key}:`)) : -1;
  return start + Math.max(inBlock, 0) + 1;
}

function checkIds(ruleSet: RuleSet, text: string, source: string): void {
  const seen = new Set<string>();
  for (const { id } of ruleSet.rules) {
    if (seen.has(id)) {
      throw new InvalidRuleSetError(
        `${source}:${lineOf(
          text,
          id,
          undefined,
        )}: rule ${id}: the id is used twice`,
      );
    }
    seen.add(id);
  }
}

/** Paths, expressions and facts are only understood when they are compiled. */
function checkRules(ruleSet: RuleSet, text: string, source: string): void {
  for (const rule of ruleSet.rules) {
    try {
      void new CompiledRuleSet({
        ...ruleSet,
        rules: [{ ...rule, enabled: true }],
      });
    } catch (error) {
      const line = lineOf(text, rule.id, 'match');
      throw new InvalidRuleSetError(
        `${source}:${line}: rule ${rule.id}: ${(error as Error).message}`,
      );
    }
  }
}
