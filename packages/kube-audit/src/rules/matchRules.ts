import type { Actor } from '../actor/Actor';
import type { Command } from '../command/Command';
import { digest, requestKey } from '../event/auditEventKey';
import { stringAt } from '../event/json';
import type { NormalizedEvent } from '../event/NormalizedEvent';
import { parseRequestUri } from '../event/requestUri';
import { describeAction } from '../sentence/action';
import { BatchHistory } from './BatchHistory';
import { compileRuleSet, type CompiledRule } from './compileRuleSet';
import type { FactInput } from './facts/Fact';
import { asMergePatch } from './facts/jsonPatch';
import { renderMessage } from './renderMessage';
import type { RuleMatch, Severity } from './RuleMatch';
import type { RuleNeeds, RuleSet } from './RuleSet';
import { WindowCounter } from './WindowCounter';

/** What rules are matched against, besides the events. */
export interface MatchContext {
  cluster: string;
  actors: Actor[];
  commands: (Command | undefined)[];
  /** For each event the index of the first event of its command, else its own. */
  heads: number[];
  rules: RuleSet;
}

const LEVELS: Record<RuleNeeds, number> = {
  Metadata: 0,
  Request: 1,
  RequestResponse: 2,
};

/** Half an hour is a session, and a maintenance. */
const SESSION_MICROS = 30 * 60 * 1_000_000;

interface Found {
  event: number;
  compiled: CompiledRule;
  match: RuleMatch;
}

/**
 * Matches rules. Of the rules that claim an act only the first takes it, a
 * write before the reads that belong to it; each act is reported on one event.
 */
export function matchRules(
  events: NormalizedEvent[],
  context: MatchContext,
): RuleMatch[][] {
  const rules = compileRuleSet(context.rules);
  const history = new BatchHistory(events);
  const windows = new WindowCounter();
  const found: Found[] = [];
  events.forEach((e, i) => {
    if (passesGates(e) && !isProvenNoop(e, history)) {
      const candidates = rules.candidates(e);
      if (candidates.length > 0) {
        matchEvent(e, i, candidates);
      }
    }
    history.remember(e);
  });
  return assign(found, events);

  function matchEvent(
    e: NormalizedEvent,
    i: number,
    candidates: CompiledRule[],
  ) {
    const input: FactInput = {
      e,
      actor: context.actors[i],
      query: parseRequestUri(e.requestURI).query,
      change: asMergePatch(e.event.requestObject ?? undefined),
      previous: history.previous(e),
      deletedBefore: history.deletedBefore(e),
      listedNode: history.listedNode(e),
      auditIDReused: history.isAuditIDReused(e),
    };
    let claimed = false;
    for (const compiled of candidates) {
      if (claimed && compiled.rule.claims === 'act') {
        continue;
      }
      const hit = matchOne(compiled, input, windows);
      if (hit) {
        claimed = claimed || compiled.rule.claims === 'act';
        found.push({
          event: i,
          compiled,
          match: toMatch(compiled, input, hit, i),
        });
      }
    }
  }

  function toMatch(
    { rule, escalations }: CompiledRule,
    input: FactInput,
    hit: { detail: string; count?: number },
    i: number,
  ): RuleMatch {
    const { e, actor } = input;
    const o = e.object;
    const command = context.commands[i] ?? context.commands[context.heads[i]];
    return {
      id: rule.id,
      severity: severityOf(rule.severity, escalations, input),
      category: rule.category,
      title: rule.title,
      message: renderMessage(rule.message, {
        actor: actor.name,
        authenticated: actor.onBehalfOf ?? actor.name,
        verb: e.verb,
        action: describeAction(e),
        object: objectText(e),
        resource: o?.resource,
        name: o?.name,
        namespace: o?.namespace,
        command: command?.text ?? describeAction(e),
        detail: hit.detail,
        code: e.code?.toString(),
        count: hit.count?.toString(),
        auditID: e.auditID,
      }),
      actKey: actKeyOf(rule, i),
      ...(rule.workflow ? { workflow: rule.workflow } : {}),
    };
  }

  function actKeyOf(rule: CompiledRule['rule'], i: number): string {
    const e = events[i];
    if (rule.act !== 'request') {
      const slot = Math.floor(e.timeMicros / SESSION_MICROS);
      return digest(context.cluster, rule.id, e.user.username, String(slot));
    }
    const first = events[context.heads[i]];
    const joined =
      sameObject(first, e) &&
      (rule.claims === 'none' ||
        first.object?.subresource === e.object?.subresource);
    const head = joined ? first : e;
    const about = rule.claims === 'act' ? 'act' : rule.id;
    return digest(about, requestKey(context.cluster, head));
  }
}

function matchOne(
  { rule, conditions }: CompiledRule,
  input: FactInput,
  windows: WindowCounter,
): { detail: string; count?: number } | undefined {
  const { e } = input;
  if (LEVELS[rule.needs] > (LEVELS[e.level as RuleNeeds] ?? 0)) {
    return undefined;
  }
  for (const compiled of conditions) {
    const hit = compiled.fitsShape(e) && compiled.test(input);
    if (!hit) {
      continue;
    }
    const { window } = compiled.source;
    if (!window) {
      return hit;
    }
    const count = windows.count(rule.id, e, window);
    if (count >= window.count) {
      return { ...hit, count };
    }
  }
  return undefined;
}

/** Rehearsals, proven no-ops and mere arrivals are no act. */
function passesGates(e: NormalizedEvent): boolean {
  return e.stage !== 'RequestReceived' && e.dryRun !== true && e.noop !== true;
}

/** The object came back with the resource version that a read showed before. */
function isProvenNoop(e: NormalizedEvent, history: BatchHistory): boolean {
  if (e.verb !== 'patch' && e.verb !== 'update') {
    return false;
  }
  const after = stringAt(e.event.responseObject, 'metadata', 'resourceVersion');
  const before = stringAt(history.previous(e), 'metadata', 'resourceVersion');
  return after !== undefined && after === before;
}

function severityOf(
  normal: Severity,
  escalations: CompiledRule['escalations'],
  input: FactInput,
): Severity {
  const raised = escalations.find(({ conditions }) => conditions.test(input));
  return raised?.severity ?? normal;
}

/** One claiming rule per act, each act on its first event of the winning rule. */
function assign(found: Found[], events: NormalizedEvent[]): RuleMatch[][] {
  const winners = new Map<string, Found>();
  for (const candidate of found) {
    const { actKey } = candidate.match;
    const best = winners.get(actKey);
    if (!best || precedes(candidate, best, events)) {
      winners.set(actKey, candidate);
    }
  }
  const result: RuleMatch[][] = events.map(() => []);
  for (const { event, match } of winners.values()) {
    result[event].push(match);
  }
  return result;
}

function precedes(a: Found, b: Found, events: NormalizedEvent[]): boolean {
  const read = (f: Found) => (isRead(events[f.event]) ? 1 : 0);
  const order = read(a) - read(b) || a.compiled.index - b.compiled.index;
  return order < 0;
}

/** A connect verb is `get` over WebSocket, so reads are reads of plain objects. */
function isRead(e: NormalizedEvent): boolean {
  return ['get', 'list', 'watch'].includes(e.verb) && !e.object?.subresource;
}

function sameObject(a: NormalizedEvent, b: NormalizedEvent): boolean {
  return (
    a.object?.resource === b.object?.resource &&
    a.object?.namespace === b.object?.namespace &&
    a.object?.name === b.object?.name
  );
}

function objectText({ object, requestURI }: NormalizedEvent): string {
  if (!object) {
    return requestURI;
  }
  const name = object.name
    ? `${object.resource}/${object.name}`
    : object.resource;
  return object.namespace && object.resource !== 'namespaces'
    ? `${name} in ${object.namespace}`
    : name;
}
