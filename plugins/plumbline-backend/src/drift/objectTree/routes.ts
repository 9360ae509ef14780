import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { driftReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ReaderViews } from '../../permissions';
import type { ObjectTreeAnswers } from './ObjectTreeAnswers';

/** Object trees of entities. Paths are relative to `/v1`. */
export function createObjectTreeRoutes(options: {
  objectTrees: ObjectTreeAnswers;
  httpAuth: HttpAuthService;
  readerViews: ReaderViews;
}): Router {
  const { objectTrees, httpAuth, readerViews } = options;
  const router = PromiseRouter();
  router.get(
    '/entities/:kind/:namespace/:name/objects',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const view = await readerViews.of(credentials, driftReadPermission);
      const { kind, namespace, name } = request.params;
      const entityRef = stringifyEntityRef({ kind, namespace, name });
      await view.assertVisible(entityRef);
      response.json(await objectTrees.of(entityRef));
    },
  );
  return router;
}
