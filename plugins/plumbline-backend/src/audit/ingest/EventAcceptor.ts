import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  auditEventKey,
  explainEvents,
  requestKey,
  sanitizeText,
  type ActorClassification,
  type RuleSet,
} from '@plumbline/kube-audit';
import type { EntityResolver, ObjectResolution } from '../../catalog';
import { sortableId } from '../../database/sortableId';
import type { AcceptedAuditEvent } from '../StoredAuditEvent';
import { isRoutine } from './isRoutine';
import { objectIdentityOf } from './objectIdentityOf';
import type { ReadEvent } from './readItems';

/** Events explained in one go; more would hold up everybody else. */
const EVENTS_PER_TURN = 500;

const NO_OBJECT: ObjectResolution = {
  candidates: [],
  step: 'none',
  reason: 'The request is about no object',
};

/** Says of events who did what to which entity. */
export class EventAcceptor {
  readonly #resolver: EntityResolver;
  readonly #actors: ActorClassification;
  readonly #rules: RuleSet;

  constructor(options: {
    resolver: EntityResolver;
    actors: ActorClassification;
    rules: RuleSet;
  }) {
    this.#resolver = options.resolver;
    this.#actors = options.actors;
    this.#rules = options.rules;
  }

  /** Events of one cluster on their way into the store, ordered by time. */
  async accept(
    cluster: string,
    events: ReadEvent[],
  ): Promise<AcceptedAuditEvent[]> {
    const ordered = [...events].sort(
      (a, b) => a.event.timeMicros - b.event.timeMicros,
    );
    const accepted: AcceptedAuditEvent[] = [];
    for (let at = 0; at < ordered.length; at += EVENTS_PER_TURN) {
      const part = ordered.slice(at, at + EVENTS_PER_TURN);
      accepted.push(...(await this.#acceptPart(cluster, part)));
      await nextTurn();
    }
    return accepted;
  }

  async #acceptPart(
    cluster: string,
    events: ReadEvent[],
  ): Promise<AcceptedAuditEvent[]> {
    const explained = explainEvents(
      events.map(({ event }) => event),
      { cluster, actors: this.#actors, rules: this.#rules },
    );
    const resolutions = await this.#resolve(cluster, events);
    return events.map(({ event, raw }, i) => {
      const { actor, sentence, command, rules } = explained[i];
      return {
        id: sortableId(event.timeMicros / 1000),
        cluster,
        key: auditEventKey(cluster, event),
        requestKey: requestKey(cluster, event),
        event,
        actor,
        sentence: sanitizeText(sentence),
        command: command ?? undefined,
        rules,
        resolution: resolutions[i],
        routine: isRoutine(event, explained[i]),
        raw,
      };
    });
  }

  /** Asks once for each object, however many requests were about it. */
  async #resolve(
    cluster: string,
    events: ReadEvent[],
  ): Promise<ObjectResolution[]> {
    const identities = events.map(({ event }) =>
      objectIdentityOf(cluster, event),
    );
    const distinct = new Map(
      identities
        .filter(identity => identity !== undefined)
        .map(identity => [JSON.stringify(identity), identity]),
    );
    const resolved = await this.#resolver.resolve([...distinct.values()]);
    const byIdentity = new Map(
      [...distinct.keys()].map((key, i) => [key, resolved[i]]),
    );
    return identities.map(
      identity => byIdentity.get(JSON.stringify(identity)) ?? NO_OBJECT,
    );
  }
}
