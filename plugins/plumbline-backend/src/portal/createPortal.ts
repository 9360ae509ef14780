import type { ClusterRegistry } from '@plumbline/backstage-plugin-plumbline-node';
import type { Router } from 'express';
import type { AuditStore } from '../audit';
import type { PlumblineEntities } from '../catalog';
import type { ClusterHealthStore } from '../clusters';
import type { Drift, DriftStore } from '../drift';
import type { FrictionService } from '../friction';
import { Coverage } from './entityCoverage';
import { Feeds } from './feeds';
import { OverviewAnswers } from './overview';
import { createPortalRoutes, type PortalRoutesOptions } from './routes';

/** What the portal-wide pages draw on. */
export interface PortalOptions
  extends Pick<PortalRoutesOptions, 'httpAuth' | 'readerViews'> {
  entities: PlumblineEntities;
  clusters: ClusterRegistry;
  health: ClusterHealthStore;
  audit: AuditStore;
  drift: Pick<Drift, 'coverage' | 'entityDrift' | 'incidents'>;
  driftStore: DriftStore;
  friction: FrictionService;
  /** Milliseconds without an event after which a feed counts as silent. */
  silentAfter: number;
}

/** The routes of the portal-wide pages. */
export function createPortal(options: PortalOptions): Router {
  const { entities, drift } = options;
  const feeds = new Feeds(options);
  const coverage = new Coverage({ entities, targets: drift.coverage, feeds });
  const overview = new OverviewAnswers({
    ...options,
    drift: drift.entityDrift,
    incidents: drift.incidents,
    coverage,
    feeds,
  });
  return createPortalRoutes({ ...options, coverage, feeds, overview });
}
