import type { NormalizedEvent } from '../event/NormalizedEvent';
import type { Command } from './Command';

export function reconstructCommands(
  events: NormalizedEvent[],
): (Command | undefined)[] {
  return events.map(() => undefined);
}
