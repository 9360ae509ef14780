import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { driftReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ReaderViews } from '../../permissions';
import { readIncidentFilter } from '../readIncidentFilter';
import type { StatisticsAnswers } from './StatisticsAnswers';

/** What the routes of statistics need. */
export interface StatisticsRoutesOptions {
  statistics: StatisticsAnswers;
  httpAuth: HttpAuthService;
  readerViews: ReaderViews;
}

/** Ages and times of incidents. Paths are relative to `/v1`. */
export function createStatisticsRoutes({
  statistics,
  httpAuth,
  readerViews,
}: StatisticsRoutesOptions): Router {
  const router = PromiseRouter();

  router.get('/incident-statistics', async (request, response) => {
    const view = await readerViews.of(
      await httpAuth.credentials(request, { allow: ['user'] }),
      driftReadPermission,
    );
    const { entity, days } = request.query;
    const { entityRefs } = readIncidentFilter({ entity });
    response.json(
      await statistics.of({ entityRefs, days: Number(days ?? 28) }, view),
    );
  });

  return router;
}
