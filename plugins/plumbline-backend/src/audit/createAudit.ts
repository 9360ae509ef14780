import type {
  HttpAuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ClusterRegistry } from '@plumbline/backstage-plugin-plumbline-node';
import type { ActorClassification, RuleSet } from '@plumbline/kube-audit';
import type { Router } from 'express';
import type { EntityResolver, OwnerIndexStore } from '../catalog';
import type { ReaderViews } from '../permissions';
import type { PageSignals } from '../signals';
import { AuditSignals } from './AuditSignals';
import type { AuditStore, LateAttribution } from './AuditStore';
import { createAuditRoutes, type IncidentsOfEvent } from './http/auditRoutes';
import type { PointsOf } from './http/toAuditEventRow';
import { EventAcceptor } from './ingest/EventAcceptor';
import {
  IngestListener,
  type IngestListenerConfig,
} from './ingest/IngestListener';
import { createIngestRoutes } from './ingest/ingestRoutes';
import { IngestService } from './ingest/IngestService';
import { SenderCheck } from './ingest/SenderCheck';
import type { IngestParticipant } from './IngestParticipant';
import { LateResolution } from './LateResolution';
import { OwnerIndexLearner } from './OwnerIndexLearner';
import { LiveTail } from './stream/LiveTail';

/** What the audit domain needs. */
export interface AuditOptions {
  store: AuditStore;
  clusters: ClusterRegistry;
  resolver: EntityResolver;
  ownerIndex: OwnerIndexStore;
  actors: ActorClassification;
  rules: RuleSet;
  pointsOf: PointsOf;
  /** Other domains that take part when events are stored. */
  participants: readonly IngestParticipant[];
  /** Other domains whose rows follow an event that finds its entity late. */
  followers: LateAttribution[];
  incidents: IncidentsOfEvent;
  ingest: {
    maxEventBytes: number;
    maxBodyBytes: number;
    /** A TLS listener beside the portal's port, where one is configured. */
    listener?: IngestListenerConfig;
  };
  pages: PageSignals;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  readerViews: ReaderViews;
  logger: LoggerService;
}

/** The audit domain, put together. */
export interface Audit {
  /** What readers ask for. */
  routes: Router;
  /** Where clusters post their events. */
  ingestRoutes: Router;
  /** @throws Error when the listener's port is taken */
  start(scheduler: SchedulerService): Promise<void>;
  /** Takes nothing more in. @returns when what was taken in is stored */
  close(): Promise<void>;
}

/** Wires the audit domain. */
export function createAudit(options: AuditOptions): Audit {
  const { store, logger, resolver } = options;
  const signals = new AuditSignals(options);
  const tail = new LiveTail(options);
  const ingest = new IngestService({
    store,
    acceptor: new EventAcceptor(options),
    participants: [
      new OwnerIndexLearner(options.ownerIndex),
      ...options.participants,
      signals,
      tail,
    ],
    logger,
    maxEventBytes: options.ingest.maxEventBytes,
  });
  const ingestRoutes = createIngestRoutes({
    sender: new SenderCheck(options),
    ingest,
    maxBodyBytes: options.ingest.maxBodyBytes,
  });
  const lateResolution = new LateResolution({
    store,
    resolver,
    others: options.followers,
    signals,
  });
  const listener =
    options.ingest.listener &&
    new IngestListener({
      ...options.ingest.listener,
      routes: ingestRoutes,
      logger,
    });
  return {
    routes: createAuditRoutes({ ...options, tail }),
    ingestRoutes,
    async start(scheduler) {
      await lateResolution.start(scheduler);
      await listener?.start();
    },
    async close() {
      tail.close();
      await listener?.stop();
      await ingest.close();
    },
  };
}
