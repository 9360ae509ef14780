import type { ExplainedEvent, NormalizedEvent } from '@plumbline/kube-audit';
import { sensitiveTexts } from '../secrets/sensitiveTexts';
import { typedCommand } from './typedCommand';

type Explain = (events: NormalizedEvent[]) => ExplainedEvent[];

/**
 * The commands behind requests. Neighbouring requests tell the command, so
 * all events are explained together, when the first command is asked for.
 */
export class CommandFinder {
  readonly #events: readonly NormalizedEvent[];
  readonly #explain: Explain;
  #texts?: Map<NormalizedEvent, string>;
  readonly #shown = new Map<NormalizedEvent, string>();

  constructor(events: readonly NormalizedEvent[], explain: Explain) {
    this.#events = events;
    this.#explain = explain;
  }

  /** The command line that was typed, with secret values of the request struck out. */
  commandOf(event: NormalizedEvent): string | undefined {
    this.#texts ??= this.#explainAll();
    const text = this.#texts.get(event);
    if (text === undefined) {
      return undefined;
    }
    // One request may have changed thousands of fields.
    const shown = this.#shown.get(event) ?? withoutSecrets(event, text);
    this.#shown.set(event, shown);
    return shown;
  }

  #explainAll(): Map<NormalizedEvent, string> {
    const ordered = [...this.#events].sort(
      (a, b) => a.timeMicros - b.timeMicros,
    );
    const texts = new Map<NormalizedEvent, string>();
    this.#explain(ordered).forEach((explained, index) => {
      const text = typedCommand(ordered[index], explained);
      if (text !== undefined) {
        texts.set(ordered[index], text);
      }
    });
    return texts;
  }
}

function withoutSecrets(event: NormalizedEvent, text: string): string {
  const kind =
    event.object?.resource === 'secrets' && event.object.apiGroup === ''
      ? 'Secret'
      : '';
  return sensitiveTexts(kind, event.event.requestObject).reduce(
    (shown, secret) => shown.split(secret).join('***'),
    text,
  );
}
