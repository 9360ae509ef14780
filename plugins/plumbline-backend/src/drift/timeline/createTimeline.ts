import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { ClusterRegistry } from '@plumbline/backstage-plugin-plumbline-node';
import type { Router } from 'express';
import type { AuditStore } from '../../audit';
import type { DesiredStates } from '../../desired';
import type { ReaderViews } from '../../permissions';
import type { DriftStore } from '../DriftStore';
import { AuditLane } from './AuditLane';
import { AuditLosses } from './AuditLosses';
import { DriftLane } from './DriftLane';
import { GitLane } from './GitLane';
import { createTimelineRoutes } from './routes';
import { SyncLane } from './SyncLane';
import { TimelineAnswers } from './TimelineAnswers';

/** Wires the timelines of incidents. @returns their routes */
export function createTimeline(options: {
  store: DriftStore;
  audit: Pick<AuditStore, 'search' | 'getMany' | 'coverage'>;
  clusters: ClusterRegistry;
  desiredStates: Pick<DesiredStates, 'changes'>;
  httpAuth: HttpAuthService;
  readerViews: ReaderViews;
  /** Milliseconds after which the silence of a feed counts. */
  silentAfter: number;
  /** Clock; milliseconds since the epoch. */
  now?: () => number;
}): Router {
  const { store, audit, desiredStates } = options;
  const timelines = new TimelineAnswers({
    ...options,
    lanes: {
      audit: new AuditLane(audit),
      git: new GitLane(desiredStates),
      sync: new SyncLane(store),
      drift: new DriftLane(store),
    },
    losses: new AuditLosses(options),
  });
  return createTimelineRoutes({ ...options, timelines });
}
