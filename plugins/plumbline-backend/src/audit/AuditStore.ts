import type { Knex } from 'knex';
import type { ObjectIdentity, ObjectResolution } from '../catalog';
import type { AuditEventFacets } from '@plumbline/backstage-plugin-plumbline-common';
import type { IngestParticipant } from './IngestParticipant';
import type {
  AcceptedAuditEvent,
  AuditEventSummary,
  StoredAuditEvent,
} from './StoredAuditEvent';

/** What could not be read as an event. */
export interface QuarantinedItem {
  cluster: string;
  reason: string;
  /** At most 4 KiB, control characters escaped, sensitive bodies removed. */
  excerpt: string;
  /** SHA-256 of what came, hex; the same item is kept once. */
  digest: string;
  bytes: number;
}

/** Filters of a search. Values of one filter are alternatives, filters are joined by "and". */
export interface AuditEventFilter {
  entityRefs?: string[];
  /** Entities that the reader must not see, whatever else is asked. */
  hiddenEntityRefs?: string[];
  clusters?: string[];
  /** An empty name stands for what lies in no namespace. */
  namespaces?: string[];
  actors?: string[];
  actorClasses?: string[];
  verbs?: string[];
  /** Plural; `pods` includes its subresources, `pods/exec` is that one only. */
  resources?: string[];
  namePrefix?: string;
  outcomes?: string[];
  rules?: string[];
  /** Microseconds since the epoch, inclusive. */
  from?: number;
  /** Microseconds since the epoch, exclusive. */
  to?: number;
  /** Words that must all occur in sentence, object, person or command. */
  text?: string;
  /** The words of `text` must not be looked for in names of people: the reader does not see them. */
  peopleHidden?: boolean;
  routine: 'hide' | 'show';
}

/** Which events may have changed an object. */
export interface ObjectEventsQuery {
  cluster: string;
  apiGroup: string;
  resource: string;
  namespace?: string;
  name: string;
  /** Microseconds since the epoch, exclusive. */
  after?: number;
  /** Microseconds since the epoch, inclusive. */
  until?: number;
  limit: number;
}

/** What one batch became; the three sum to what was given. */
export interface RecordResult {
  stored: number;
  duplicates: number;
  /** Items that could not be read, whether or not the same item came before. */
  quarantined: number;
}

/** Counters and times of one cluster's feed; a quarantined item counts once. Times are milliseconds since the epoch. */
export interface FeedRecord {
  cluster: string;
  lastReceivedAt?: number;
  lastEventAt?: number;
  stored: number;
  duplicates: number;
  quarantined: number;
}

/** Which time of a cluster's feed is asked about, milliseconds since the epoch. */
export interface CoverageQuery {
  cluster: string;
  from: number;
  to: number;
  /** From how long on silence counts, milliseconds; left out when none does. */
  silentAfter?: number;
}

/** What the store knows of the completeness of a cluster's feed. Times are milliseconds since the epoch. */
export interface FeedCoverage {
  /** Time of the oldest event that is stored; absent when none is. */
  firstEventAt?: number;
  /** Times without any event, longer than asked for, that touch the span. */
  silences: { from: number; to: number }[];
  /** What arrived in the span, or so soon after that it may be of it, and could not be read. */
  unreadable: { receivedAt: number; count: number }[];
}

/** A domain with rows of its own for an audit event, which follow it when its entity is found later. */
export interface LateAttribution {
  attributeLate(
    transaction: Knex.Transaction,
    eventIds: string[],
    entityRef: string,
  ): Promise<void>;
}

/** Keeps audit events, quarantine and feed counters. */
export interface AuditStore {
  /**
   * Stores new events, quarantine rows, counters and what the participants add in one transaction. Resolves after the
   * commit; the same events again are duplicates.
   */
  record(
    cluster: string,
    events: AcceptedAuditEvent[],
    quarantined: QuarantinedItem[],
    participants: IngestParticipant[],
  ): Promise<RecordResult>;
  search(
    filter: AuditEventFilter,
    page: { cursor?: string; limit: number },
  ): Promise<{ items: AuditEventSummary[]; nextCursor?: string }>;
  /** Events that match the filter but are folded away as routine. */
  countRoutine(filter: AuditEventFilter): Promise<number>;
  facets(filter: AuditEventFilter): Promise<AuditEventFacets>;
  get(id: string): Promise<StoredAuditEvent | undefined>;
  getMany(ids: string[]): Promise<StoredAuditEvent[]>;
  /** All stages of one request and what the same actor did around it, newest first. */
  related(
    event: AuditEventSummary,
    limit: number,
  ): Promise<AuditEventSummary[]>;
  /** Writes to one object (and collection deletes that may have removed it), oldest first; the newest `limit` of them. */
  objectEvents(query: ObjectEventsQuery): Promise<StoredAuditEvent[]>;
  /** Events stored after `sequence`, in the order of storing. */
  since(
    sequence: number,
    filter: AuditEventFilter,
    limit: number,
  ): Promise<AuditEventSummary[]>;
  lastSequence(): Promise<number>;
  feeds(): Promise<FeedRecord[]>;
  /** What may be missing of a cluster's events in a span of time. */
  coverage(query: CoverageQuery): Promise<FeedCoverage>;
  /** Days (UTC, `YYYY-MM-DD`) on which events of a cluster arrived, from the first ever, with their count. */
  daysWithEvents(
    clusters: string[],
    fromDay: string,
  ): Promise<{ cluster: string; day: string; count: number }[]>;
  listQuarantine(
    filter: { clusters?: string[] },
    page: { cursor?: string; limit: number },
  ): Promise<{
    items: (QuarantinedItem & { id: string; receivedAt: number })[];
    nextCursor?: string;
  }>;
  /** Objects whose events belong to no or to more than one entity. */
  listUnattributed(
    filter: { clusters?: string[] },
    page: { cursor?: string; limit: number },
  ): Promise<UnattributedObjects>;
  /** Named objects whose events belong to no entity, those with the newest events first. */
  objectsWithoutEntity(limit: number): Promise<ObjectIdentity[]>;
  /** Gives the events of an object that belong to nobody to an entity. @returns how many */
  attributeLate(
    object: ObjectIdentity,
    resolution: ObjectResolution & { entityRef: string },
    others: LateAttribution[],
  ): Promise<number>;
  /** Distinct entity refs that events were ever given to. */
  entityRefs(): Promise<string[]>;
  /** Clusters from which events of each entity ever came; entities without events are absent. */
  clustersOf(entityRefs: string[]): Promise<Map<string, string[]>>;
  /** Distinct names of people who acted. */
  people(): Promise<string[]>;
  /** Removes events received before the time (milliseconds), in chunks; keeps `keepIds`. @returns how many went. */
  removeBefore(time: number, keepIds: ReadonlySet<string>): Promise<number>;
}

/** A page of {@link AuditStore.listUnattributed}. Times are milliseconds since the epoch. */
export interface UnattributedObjects {
  items: {
    cluster: string;
    apiGroup: string;
    resource: string;
    namespace?: string;
    name?: string;
    count: number;
    reason: string;
    candidates: string[];
    lastEventAt: number;
  }[];
  totalEvents: number;
  unattributedEvents: number;
  nextCursor?: string;
}
