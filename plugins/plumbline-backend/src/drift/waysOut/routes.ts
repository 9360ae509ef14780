import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { driftReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ReaderViews } from '../../permissions';
import type { WaysOutAnswers } from './WaysOutAnswers';

/** Ways out of incidents. Paths are relative to `/v1`. */
export function createWaysOutRoutes(options: {
  waysOut: WaysOutAnswers;
  httpAuth: HttpAuthService;
  readerViews: ReaderViews;
}): Router {
  const { waysOut, httpAuth, readerViews } = options;
  const router = PromiseRouter();
  router.get('/incidents/:id/ways-out', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const view = await readerViews.of(credentials, driftReadPermission);
    response.json(await waysOut.of(request.params.id, view));
  });
  return router;
}
