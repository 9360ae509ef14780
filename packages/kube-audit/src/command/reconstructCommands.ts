import type { NormalizedEvent } from '../event/NormalizedEvent';
import type { Command } from './Command';

export function reconstructCommands(events: NormalizedEvent[]): {
  commands: (Command | undefined)[];
  heads: number[];
} {
  return {
    commands: events.map(() => undefined),
    heads: events.map((_, i) => i),
  };
}
