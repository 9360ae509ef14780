import type { Feed } from '@plumbline/backstage-plugin-plumbline-common';
import type { KnownCluster } from '@plumbline/backstage-plugin-plumbline-node';
import type { FeedRecord } from '../../audit';
import type { ClusterHealth } from '../../clusters';

/** What is known of a cluster and what came from it. Times are milliseconds since the epoch. */
export interface FeedFacts {
  /** Absent for a cluster whose events are kept although the configuration no longer names it. */
  cluster?: KnownCluster;
  record?: FeedRecord;
  health?: ClusterHealth;
  silentAfter: number;
  now: number;
}

/** Says of one cluster whether it can be looked at and whether its audit events arrive. */
export function feedOf(name: string, facts: FeedFacts): Feed {
  const { cluster, record } = facts;
  return {
    cluster: name,
    title: cluster?.title,
    access: cluster?.access?.kind ?? 'none',
    ...arrivalOf(facts),
    ...observabilityOf(facts),
    lastReceivedAt: timeText(record?.lastReceivedAt),
    lastEventAt: timeText(record?.lastEventAt),
    lagSeconds: lagOf(record),
    stored: record?.stored ?? 0,
    duplicates: record?.duplicates ?? 0,
    quarantined: record?.quarantined ?? 0,
  };
}

function arrivalOf({
  cluster,
  record,
  silentAfter,
  now,
}: FeedFacts): Pick<Feed, 'state' | 'reason'> {
  const last = record?.lastReceivedAt;
  if (last === undefined) {
    return cluster?.auditSubject === undefined
      ? {
          state: 'no-subject',
          reason:
            'nobody may post audit events of this cluster; set auditSubject in plumbline.clusters',
        }
      : {
          state: 'never',
          reason: `nothing has arrived from '${cluster.auditSubject}' yet; kube-apiserver sends its token over https only`,
        };
  }
  if (!cluster) {
    return {
      state: 'silent',
      reason: 'the configuration no longer names this cluster',
    };
  }
  return now - last > silentAfter
    ? {
        state: 'silent',
        reason: `nothing has arrived for more than ${minutesText(silentAfter)}`,
      }
    : { state: 'live' };
}

function observabilityOf({
  cluster,
  health,
}: FeedFacts): Pick<
  Feed,
  'observable' | 'unobservableReason' | 'unobservableSince'
> {
  if (!cluster?.access) {
    return {
      observable: false,
      unobservableReason: cluster
        ? 'the configuration says access: none'
        : 'the configuration no longer names this cluster',
    };
  }
  if (!health) {
    return {
      observable: false,
      unobservableReason: 'it has not been looked at yet',
    };
  }
  return health.state === 'ok'
    ? { observable: true }
    : {
        observable: false,
        unobservableReason: health.message,
        unobservableSince: timeText(health.since),
      };
}

function lagOf(record: FeedRecord | undefined): number | undefined {
  return record?.lastReceivedAt === undefined ||
    record.lastEventAt === undefined
    ? undefined
    : Math.max(0, record.lastReceivedAt - record.lastEventAt) / 1000;
}

function timeText(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}

function minutesText(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  return minutes >= 1
    ? `${minutes} min`
    : `${Math.round(milliseconds / 1000)} s`;
}
