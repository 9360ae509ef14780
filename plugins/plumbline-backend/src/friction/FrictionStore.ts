import type { Actor, Command } from '@plumbline/kube-audit';
import type {
  ObjectRef,
  Severity,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { Knex } from 'knex';

/** An act of going round the platform. */
export interface FrictionEventRecord {
  id: string;
  /** The same for everything that belongs to one act under one rule. */
  act: string;
  /** Absent when the object belongs to no entity, or to several: such an act counts for nobody. */
  entityRef?: string;
  cluster: string;
  ruleId: string;
  severity: Severity;
  /** When it happened, before decay. */
  points: number;
  /** Milliseconds since the epoch. */
  time: number;
  /** Id of the stored audit event. */
  eventId: string;
  title: string;
  actor: Actor;
  object?: ObjectRef;
  sentence: string;
  command?: Command;
  /** Names of people in the strings above. */
  people: string[];
}

/** What a score needs of a friction event. */
export interface FrictionPoint {
  entityRef: string;
  ruleId: string;
  points: number;
  /** Milliseconds since the epoch. */
  time: number;
}

/** The friction events of one entity, rule and UTC day. */
export interface FrictionDay {
  entityRef: string;
  ruleId: string;
  /** Start of the day, milliseconds since the epoch. */
  day: number;
  points: number;
  /** Sum of `points * 2^((time - day) / halfLife)`: decayed to any later time by one multiplication. */
  weight: number;
  count: number;
}

/** A span of time in milliseconds since the epoch; `to` is exclusive. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** Filters of an entity's events; all must hold. */
export interface FrictionEventFilter {
  entityRef: string;
  rules?: string[];
  clusters?: string[];
  /** Milliseconds since the epoch, inclusive. */
  from?: number;
  /** Milliseconds since the epoch, exclusive. */
  to?: number;
}

/** Keeps friction events and their sums by day. */
export interface FrictionStore {
  /** Adds acts that are new, inside the transaction that stores their audit events. @returns how many were new */
  record(
    transaction: Knex.Transaction,
    events: FrictionEventRecord[],
  ): Promise<number>;
  /** Sums of whole days, `from` and `to` being starts of UTC days. All entities when none are named. */
  days(
    entityRefs: string[] | undefined,
    span: TimeSpan,
  ): Promise<FrictionDay[]>;
  /** Single events of some spans of time, newest first. All entities when none are named. */
  points(
    entityRefs: string[] | undefined,
    spans: TimeSpan[],
  ): Promise<FrictionPoint[]>;
  /** Events, newest first. */
  list(
    filter: FrictionEventFilter,
    page: { cursor?: string; limit: number },
  ): Promise<{
    items: FrictionEventRecord[];
    total: number;
    nextCursor?: string;
  }>;
  /** Ids and times of events, newest first. */
  times(filter: FrictionEventFilter): Promise<{ id: string; time: number }[]>;
  /** Events by id, in the order given; unknown ids are left out. */
  getMany(ids: string[]): Promise<FrictionEventRecord[]>;
  /** Acts of some clusters that count for nobody. */
  countUnattributed(clusters: string[], span: TimeSpan): Promise<number>;
  /** Removes events before the time (milliseconds), in chunks. @returns how many went */
  removeBefore(time: number): Promise<number>;
}
