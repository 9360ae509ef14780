import { RE2JS } from 're2js';
import { globMatcher, matchesGlob } from '../actor/glob';
import { objectAt } from '../event/json';
import type { NormalizedEvent } from '../event/NormalizedEvent';
import { compileBodyPath } from './bodyPath';
import type { FactInput } from './facts/Fact';
import { FACTS } from './facts/facts';
import { isNoise } from './noise';
import type { BodyPredicate, RuleConditions, RuleSet } from './RuleSet';

/** Conditions ready to run: a test of the request's shape, and the rest. */
export interface CompiledConditions {
  source: RuleConditions;
  /** Depends on verb, group, resource and subresource only, so it can be cached. */
  fitsShape(e: NormalizedEvent): boolean;
  /** False, or true with a detail for the message. */
  test(input: FactInput): false | { detail: string };
}

type Test = (input: FactInput) => boolean;

/** @throws Error for a path, expression or fact that does not exist */
export function compileConditions(
  source: RuleConditions,
  ruleSet: RuleSet,
): CompiledConditions {
  const tests = compileTests(source, ruleSet);
  const facts = (source.facts ?? []).map(name => {
    const fact = FACTS.get(name);
    if (!fact) {
      throw new Error(`fact ${name} does not exist`);
    }
    return fact;
  });
  return {
    source,
    fitsShape: compileShape(source),
    test: input => {
      if (!tests.every(test => test(input))) {
        return false;
      }
      let detail = '';
      for (const fact of facts) {
        const found = fact(input);
        if (!found) {
          return false;
        }
        detail = typeof found === 'string' ? found : detail;
      }
      return { detail };
    },
  };
}

function compileShape(c: RuleConditions): (e: NormalizedEvent) => boolean {
  const oneOf = (list: string[] | undefined) => {
    const set = new Set(list);
    return (value: string) => !list || set.has('*') || set.has(value);
  };
  const verb = oneOf(c.verbs);
  const group = oneOf(c.apiGroups);
  const resource = oneOf(c.resources);
  const subresource = oneOf(c.subresources ?? ['']);
  const anyObject = !c.resources && !c.apiGroups && !c.subresources && !c.verbs;
  return e => {
    const { object } = e;
    if (!verb(e.verb) || (isNoise(e) && !c.noise)) {
      return false;
    }
    if (!object) {
      return anyObject;
    }
    return (
      object.subresource !== 'status' &&
      group(object.apiGroup) &&
      resource(object.resource) &&
      (anyObject || subresource(object.subresource ?? ''))
    );
  };
}

function compileTests(c: RuleConditions, ruleSet: RuleSet): Test[] {
  const tests: Test[] = [outcomeTest(c)];
  const add = (test: Test) => tests.push(test);
  const classes = new Set<string>(c.actorClasses ?? ['human']);
  if (!classes.has('any')) {
    add(({ actor }) => classes.has(actor.class));
  }
  const glob = (
    patterns: string[] | undefined,
    value: (input: FactInput) => string,
    wanted = true,
  ) => {
    if (patterns && patterns.length > 0) {
      const matches = globMatcher(patterns);
      add(input => matches(value(input)) === wanted);
    }
  };
  const namespaceOf = ({ e }: FactInput) => e.object?.namespace ?? '';
  glob(c.names, ({ e }) => e.object?.name ?? '');
  glob(c.namespaces, namespaceOf);
  glob(c.ignoreNamespaces, namespaceOf, false);
  glob(ruleSet.ignoreNamespaces, namespaceOf, false);
  glob(c.users, ({ e }) => e.effectiveUser);
  glob(c.fieldManagers, ({ e }) => e.fieldManager ?? '');
  glob(c.userAgents, ({ e }) => e.userAgent ?? '');
  for (const [key, value] of Object.entries(c.auditAnnotations ?? {})) {
    add(({ e }) => {
      const found = e.annotations[key];
      return found !== undefined && matchesGlob(value, found);
    });
  }
  for (const [key, value] of Object.entries(c.setsAnnotations ?? {})) {
    add(input => setsAnnotation(input, key, value));
  }
  for (const predicate of c.body ?? []) {
    add(bodyTest(predicate));
  }
  return tests;
}

function outcomeTest(c: RuleConditions): Test {
  const wanted = c.outcome ?? 'success';
  const codes = c.codes && new Set(c.codes);
  return ({ e }) => {
    if (codes && !codes.has(e.code ?? 0)) {
      return false;
    }
    switch (wanted) {
      case 'any':
        return true;
      case 'failed':
        return e.outcome === 'failed' || e.outcome === 'denied';
      case 'denied':
        return e.outcome === 'denied';
      default:
        // Trimmed and cloud events may lack the code: no failure is known.
        return e.outcome !== 'failed' && e.outcome !== 'denied';
    }
  };
}

function setsAnnotation(input: FactInput, key: string, value: string): boolean {
  const now = objectAt(input.change, 'metadata', 'annotations')?.[key];
  const before = objectAt(input.previous, 'metadata', 'annotations')?.[key];
  return typeof now === 'string' && now !== before && matchesGlob(value, now);
}

function bodyTest(predicate: BodyPredicate): Test {
  const values = compileBodyPath(predicate.path);
  const pattern =
    predicate.matches === undefined
      ? undefined
      : RE2JS.compile(predicate.matches);
  const allowed = predicate.in && new Set<unknown>(predicate.in);
  const holds = (value: unknown) =>
    (!('equals' in predicate) || value === predicate.equals) &&
    (!allowed || allowed.has(value)) &&
    (!pattern || (typeof value === 'string' && pattern.matcher(value).find()));
  return ({ change }) => {
    const found = values(change);
    if (predicate.exists === false) {
      return found.length === 0;
    }
    return found.some(holds);
  };
}
