import type { AuditEventFacets } from '@plumbline/backstage-plugin-plumbline-common';
import type { Knex } from 'knex';
import type {
  AuditEventFilter,
  AuditStore,
  CoverageQuery,
  FeedCoverage,
  FeedRecord,
  LateAttribution,
  ObjectEventsQuery,
  QuarantinedItem,
  RecordResult,
  UnattributedObjects,
} from '../AuditStore';
import type { ObjectIdentity, ObjectResolution } from '../../catalog';
import type { IngestParticipant } from '../IngestParticipant';
import { PEOPLE_CLASSES } from '../peopleOf';
import type {
  AcceptedAuditEvent,
  AuditEventSummary,
  StoredAuditEvent,
} from '../StoredAuditEvent';
import type { PointsOf } from '../http/toAuditEventRow';
import type { IsFriction } from './AuditEventRow';
import { attributeLate, objectsWithoutEntity } from './attributeLate';
import { beginWithin } from './beginWithin';
import { countFacets } from './countFacets';
import { readFeedDays, readFeeds } from './feedCounters';
import { inChunks } from '../../database/inChunks';
import { listUnattributed } from './listUnattributed';
import { listQuarantine } from './quarantine';
import { readCoverage } from './readCoverage';
import { readWhole } from './readEvents';
import { readWithin } from './readWithin';
import { recordBatch } from './recordBatch';
import { removeBefore } from './removeBefore';
import {
  countRoutine,
  eventsSince,
  objectEvents,
  relatedEvents,
  searchEvents,
} from './searchEvents';

/** The sender waits 30 s for an answer and then sends again: a busy pool must be told well before. */
const MAX_WAIT_FOR_CONNECTION_MS = 5_000;
const MAX_WRITE_MS = 20_000;
const MAX_SEARCH_MS = 10_000;

/** Audit events in the plugin's own database; one file per operation beside this one. */
export class DatabaseAuditStore implements AuditStore {
  readonly #knex: Knex;
  readonly #isFriction: IsFriction;

  /** @param options - `pointsOf` tells what scores, so that histograms count the same friction as scores do */
  constructor(knex: Knex, options: { pointsOf?: PointsOf } = {}) {
    const { pointsOf } = options;
    this.#knex = knex;
    this.#isFriction = pointsOf
      ? match => pointsOf(match) !== undefined
      : match => match.category === 'friction';
  }

  async record(
    cluster: string,
    events: AcceptedAuditEvent[],
    quarantined: QuarantinedItem[],
    participants: IngestParticipant[],
  ): Promise<RecordResult> {
    const { result, fresh } = await beginWithin(
      this.#knex,
      { waitMs: MAX_WAIT_FOR_CONNECTION_MS, statementMs: MAX_WRITE_MS },
      transaction =>
        recordBatch(
          transaction,
          { cluster, events, quarantined, participants },
          this.#isFriction,
        ),
    );
    if (fresh.length > 0) {
      participants.forEach(participant => participant.afterCommit?.(fresh));
    }
    return result;
  }

  async search(
    filter: AuditEventFilter,
    page: { cursor?: string; limit: number },
  ): Promise<{ items: AuditEventSummary[]; nextCursor?: string }> {
    return this.#read(knex => searchEvents(knex, filter, page));
  }

  async countRoutine(filter: AuditEventFilter): Promise<number> {
    return this.#read(knex => countRoutine(knex, filter));
  }

  async facets(filter: AuditEventFilter): Promise<AuditEventFacets> {
    return this.#read(knex => countFacets(knex, filter));
  }

  async get(id: string): Promise<StoredAuditEvent | undefined> {
    return (await this.getMany([id]))[0];
  }

  async getMany(ids: string[]): Promise<StoredAuditEvent[]> {
    const found = new Map<string, StoredAuditEvent>();
    for (const chunk of inChunks([...new Set(ids)], 500)) {
      const events = await readWhole(
        this.#knex,
        this.#knex('audit_events').whereIn('audit_events.id', chunk),
      );
      events.forEach(event => found.set(event.id, event));
    }
    return ids.flatMap(id => found.get(id) ?? []);
  }

  async related(
    event: AuditEventSummary,
    limit: number,
  ): Promise<AuditEventSummary[]> {
    return relatedEvents(this.#knex, event, limit);
  }

  async objectEvents(query: ObjectEventsQuery): Promise<StoredAuditEvent[]> {
    return objectEvents(this.#knex, query);
  }

  async since(
    sequence: number,
    filter: AuditEventFilter,
    limit: number,
  ): Promise<AuditEventSummary[]> {
    return eventsSince(this.#knex, sequence, filter, limit);
  }

  async lastSequence(): Promise<number> {
    const row = await this.#knex('audit_sequence')
      .where({ id: 1 })
      .first('value');
    return Number(row.value);
  }

  async feeds(): Promise<FeedRecord[]> {
    return readFeeds(this.#knex);
  }

  async coverage(query: CoverageQuery): Promise<FeedCoverage> {
    return readCoverage(this.#knex, query);
  }

  async daysWithEvents(
    clusters: string[],
    fromDay: string,
  ): Promise<{ cluster: string; day: string; count: number }[]> {
    return readFeedDays(this.#knex, clusters, fromDay);
  }

  async listQuarantine(
    filter: { clusters?: string[] },
    page: { cursor?: string; limit: number },
  ): Promise<{
    items: (QuarantinedItem & { id: string; receivedAt: number })[];
    nextCursor?: string;
  }> {
    return listQuarantine(this.#knex, filter, page);
  }

  async listUnattributed(
    filter: { clusters?: string[] },
    page: { cursor?: string; limit: number },
  ): Promise<UnattributedObjects> {
    return this.#read(knex => listUnattributed(knex, filter, page));
  }

  async objectsWithoutEntity(limit: number): Promise<ObjectIdentity[]> {
    return objectsWithoutEntity(this.#knex, limit);
  }

  async attributeLate(
    object: ObjectIdentity,
    resolution: ObjectResolution & { entityRef: string },
    others: LateAttribution[],
  ): Promise<number> {
    return attributeLate(this.#knex, object, resolution, others);
  }

  async entityRefs(): Promise<string[]> {
    return this.#knex('audit_entities')
      .distinct('entity_ref')
      .pluck('entity_ref');
  }

  async clustersOf(entityRefs: string[]): Promise<Map<string, string[]>> {
    const clusters = new Map<string, string[]>();
    for (const chunk of inChunks(entityRefs, 500)) {
      const rows: { entity_ref: string; cluster: string }[] = await this.#knex(
        'audit_entities',
      )
        .whereIn('entity_ref', chunk)
        .orderBy('cluster');
      for (const row of rows) {
        const known = clusters.get(row.entity_ref) ?? [];
        clusters.set(row.entity_ref, [...known, row.cluster]);
      }
    }
    return clusters;
  }

  async people(): Promise<string[]> {
    return this.#knex('audit_events')
      .distinct('actor')
      .whereIn('actor_class', [...PEOPLE_CLASSES])
      .pluck('actor');
  }

  async removeBefore(
    time: number,
    keepIds: ReadonlySet<string>,
  ): Promise<number> {
    return removeBefore(this.#knex, time, keepIds);
  }

  async #read<T>(read: (knex: Knex) => Promise<T>): Promise<T> {
    return readWithin(this.#knex, MAX_SEARCH_MS, read);
  }
}
