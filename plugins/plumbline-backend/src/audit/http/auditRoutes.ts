import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  auditEventReadPermission,
  coverageReadPermission,
  type AuditEventPage,
  type IncidentSummary,
  type QuarantinePage,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ReaderView, ReaderViews } from '../../permissions';
import type { AuditEventFilter, AuditStore } from '../AuditStore';
import type { LiveTail } from '../stream/LiveTail';
import { readPage, texts } from '../../http/queryParameters';
import { readAuditEventFilter } from './readAuditEventFilter';
import { toAuditEventDetail } from './toAuditEventDetail';
import { toVisibleRows, type PointsOf } from './toAuditEventRow';

/** Other requests shown beside one. */
const MAX_RELATED = 50;

/** Tells which incidents an audit event is evidence of. */
export interface IncidentsOfEvent {
  /** Those that the reader may see. */
  incidentsOf(eventId: string, view: ReaderView): Promise<IncidentSummary[]>;
}

/** What the audit routes need. */
export interface AuditRoutesOptions {
  store: AuditStore;
  tail: LiveTail;
  httpAuth: HttpAuthService;
  readerViews: ReaderViews;
  pointsOf: PointsOf;
  incidents?: IncidentsOfEvent;
}

/** Search, facets, live tail, one event, quarantine, and an entity's activity. Paths are relative to `/v1`. */
export function createAuditRoutes(options: AuditRoutesOptions): Router {
  const { store, tail, httpAuth, readerViews, pointsOf } = options;
  const router = PromiseRouter();

  const viewOf = async (
    request: Request,
    permission = auditEventReadPermission,
  ) =>
    readerViews.of(
      await httpAuth.credentials(request, { allow: ['user'] }),
      permission,
    );

  const pageOf = async (
    request: Request,
    filter: AuditEventFilter,
    view: ReaderView,
  ): Promise<AuditEventPage> => {
    const { items, nextCursor } = await store.search(
      filter,
      readPage(request.query),
    );
    return {
      items: await toVisibleRows(items, pointsOf, view),
      nextCursor,
      hiddenRoutine:
        filter.routine === 'hide' ? await store.countRoutine(filter) : 0,
    };
  };

  router.get('/audit-events', async (request, response) => {
    const view = await viewOf(request);
    const filter = await readAuditEventFilter(request.query, view, store);
    response.json(await pageOf(request, filter, view));
  });

  router.get('/audit-events/facets', async (request, response) => {
    const view = await viewOf(request);
    const filter = await readAuditEventFilter(request.query, view, store);
    response.json(await store.facets(filter));
  });

  router.get('/audit-events/stream', async (request, response) => {
    const view = await viewOf(request);
    const filter = await readAuditEventFilter(request.query, view, store);
    await tail.serve(request, response, view, filter);
  });

  router.get('/audit-events/:id', async (request, response) => {
    const view = await viewOf(request);
    const stored = await store.get(request.params.id);
    const [row] = stored ? await toVisibleRows([stored], pointsOf, view) : [];
    if (!stored || !row) {
      throw new NotFoundError(`There is no audit event ${request.params.id}`);
    }
    const related = await store.related(stored, MAX_RELATED);
    const incidents = options.incidents
      ? await options.incidents.incidentsOf(stored.id, view)
      : [];
    response.json(
      toAuditEventDetail(
        stored,
        {
          row,
          related: await toVisibleRows(related, pointsOf, view),
          incidents,
        },
        view,
      ),
    );
  });

  router.get(
    '/entities/:kind/:namespace/:name/activity',
    async (request, response) => {
      const view = await viewOf(request);
      const entityRef = stringifyEntityRef(request.params);
      await view.assertVisible(entityRef);
      const filter = await readAuditEventFilter(request.query, view, store);
      response.json(
        await pageOf(request, { ...filter, entityRefs: [entityRef] }, view),
      );
    },
  );

  router.get('/quarantine', async (request, response) => {
    await viewOf(request, coverageReadPermission);
    const { items, nextCursor } = await store.listQuarantine(
      { clusters: texts(request.query.cluster) },
      readPage(request.query),
    );
    const page: QuarantinePage = {
      items: items.map(
        ({ id, cluster, receivedAt, reason, excerpt, bytes }) => ({
          id,
          cluster,
          receivedAt: new Date(receivedAt).toISOString(),
          reason,
          excerpt,
          bytes,
        }),
      ),
      nextCursor,
    };
    response.json(page);
  });

  return router;
}
