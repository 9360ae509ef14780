import type { Actor } from '../actor/Actor';
import type { Command } from '../command/Command';
import type { NormalizedEvent } from '../event/NormalizedEvent';
import type { RuleMatch } from './RuleMatch';
import type { RuleSet } from './RuleSet';

/** @internal */
export interface MatchContext {
  cluster: string;
  actors: Actor[];
  commands: (Command | undefined)[];
  rules: RuleSet;
}

export function matchRules(
  events: NormalizedEvent[],
  _context: MatchContext,
): RuleMatch[][] {
  return events.map(() => []);
}
