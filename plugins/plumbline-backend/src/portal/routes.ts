import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  coverageReadPermission,
  type Feed,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { AuditStore } from '../audit';
import { readPage, texts } from '../audit/http/readAuditEventFilter';
import type { ReaderViews } from '../permissions';
import type { Coverage } from './entityCoverage';
import type { Feeds } from './feeds';
import { visibleUnattributed } from './visibleUnattributed';

/** What the portal routes need. */
export interface PortalRoutesOptions {
  coverage: Coverage;
  feeds: Feeds;
  audit: Pick<AuditStore, 'listUnattributed'>;
  httpAuth: HttpAuthService;
  readerViews: ReaderViews;
}

/** Coverage, feeds and objects of no entity. Paths are relative to `/v1`. */
export function createPortalRoutes(options: PortalRoutesOptions): Router {
  const { coverage, feeds, audit, httpAuth, readerViews } = options;
  const router = PromiseRouter();

  const viewOf = async (request: Request) =>
    readerViews.of(
      await httpAuth.credentials(request, { allow: ['user'] }),
      coverageReadPermission,
    );

  router.get('/coverage', async (request, response) => {
    const view = await viewOf(request);
    response.json(await coverage.page(view, readPage(request.query)));
  });

  router.get('/feeds', async (request, response) => {
    await viewOf(request);
    const list: { items: Feed[] } = { items: await feeds.list() };
    response.json(list);
  });

  router.get('/unattributed', async (request, response) => {
    const view = await viewOf(request);
    const objects = await audit.listUnattributed(
      { clusters: texts(request.query.cluster) },
      readPage(request.query),
    );
    response.json(await visibleUnattributed(objects, view));
  });

  return router;
}
