import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  coverageReadPermission,
  driftReadPermission,
  frictionReadPermission,
  type Feed,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { AuditStore } from '../audit';
import { readPage, texts } from '../http/queryParameters';
import type { ReaderViews } from '../permissions';
import type { Coverage } from './entityCoverage';
import type { Feeds } from './feeds';
import type { OverviewAnswers } from './overview';
import { visibleUnattributed } from './visibleUnattributed';

const DEFAULT_DAYS = 28;

/** What the portal routes need. */
export interface PortalRoutesOptions {
  coverage: Coverage;
  feeds: Feeds;
  overview: Pick<OverviewAnswers, 'of'>;
  audit: Pick<AuditStore, 'listUnattributed'>;
  httpAuth: HttpAuthService;
  readerViews: ReaderViews;
}

/** Overview, coverage, feeds and objects of no entity. Paths are relative to `/v1`. */
export function createPortalRoutes(options: PortalRoutesOptions): Router {
  const { coverage, feeds, overview, audit, httpAuth, readerViews } = options;
  const router = PromiseRouter();

  const viewOf = async (request: Request) =>
    readerViews.of(
      await httpAuth.credentials(request, { allow: ['user'] }),
      coverageReadPermission,
    );

  router.get('/overview', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    await readerViews.of(credentials, frictionReadPermission);
    const view = await readerViews.of(credentials, driftReadPermission);
    response.json(
      await overview.of(
        {
          days: Number(request.query.days ?? DEFAULT_DAYS),
          owners: texts(request.query.owner),
          systems: texts(request.query.system),
        },
        view,
        Date.now(),
      ),
    );
  });

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
