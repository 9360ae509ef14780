import { classifyActor } from './actor/classifyActor';
import { reconstructCommands } from './command/reconstructCommands';
import type { NormalizedEvent } from './event/NormalizedEvent';
import type {
  ExplainedEvent,
  ExplainedObject,
  ExplainOptions,
} from './ExplainedEvent';
import { defaultRuleSet } from './rules/defaultRuleSet';
import { matchRules } from './rules/matchRules';
import { describeEvent } from './sentence/describeEvent';
import { PriorStates } from './sentence/PriorStates';

/**
 * Explains events: who did what, with which command, and which rules matched.
 *
 * Neighbours of the same user give context (the read before a write, the list
 * before deletes), so pass what belongs together in one call, ordered by time.
 * One result per event, in the order given.
 * @public
 */
export function explainEvents(
  events: NormalizedEvent[],
  options: ExplainOptions = {},
): ExplainedEvent[] {
  const actors = events.map(e => classifyActor(e, options.actors));
  const { commands, heads } = reconstructCommands(events);
  const rules = matchRules(events, {
    cluster: options.cluster ?? '',
    actors,
    commands,
    heads,
    rules: options.rules ?? defaultRuleSet,
  });
  const states = new PriorStates();
  const sentences = events.map((e, i) => {
    const sentence = describeEvent(e, actors[i], states.before(e));
    states.remember(e);
    return sentence;
  });
  return events.map((e, i) => ({
    auditID: e.auditID,
    stage: e.stage,
    time: e.time,
    ...(options.cluster ? { cluster: options.cluster } : {}),
    sentence: sentences[i],
    command: commands[i] ?? null,
    actor: actors[i],
    object: shownObject(e),
    outcome: e.outcome,
    dryRun: e.dryRun,
    rules: rules[i],
  }));
}

function shownObject(e: NormalizedEvent): ExplainedObject | null {
  if (!e.object) {
    return null;
  }
  const { apiGroup, apiVersion, resource, subresource, kind, namespace, name } =
    e.object;
  return {
    apiVersion:
      apiGroup && apiVersion ? `${apiGroup}/${apiVersion}` : apiVersion,
    resource,
    subresource,
    kind,
    namespace,
    name,
  };
}
