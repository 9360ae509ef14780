import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  driftReadPermission,
  incidentUpdatePermission,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ReaderViews } from '../permissions';
import type { IncidentAnswers } from './answers/IncidentAnswers';
import type { IncidentStates } from './IncidentStates';
import { readStateRequest } from './readStateRequest';

/** What the routes of states need. */
export interface IncidentStateRoutesOptions {
  incidents: Pick<IncidentAnswers, 'detail'>;
  states: Pick<IncidentStates, 'change'>;
  httpAuth: HttpAuthService;
  readerViews: ReaderViews;
}

/** What people do to incidents. Paths are relative to `/v1`. */
export function createIncidentStateRoutes(
  options: IncidentStateRoutesOptions,
): Router {
  const { incidents, states, httpAuth, readerViews } = options;
  const router = PromiseRouter();

  router.post('/incidents/:id/state', async (request, response) => {
    const { id } = request.params;
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const writer = await readerViews.of(credentials, incidentUpdatePermission);
    const view = await readerViews.of(credentials, driftReadPermission);
    await states.change(id, readStateRequest(request.body), writer);
    response.json(await incidents.detail(id, view));
  });

  return router;
}
