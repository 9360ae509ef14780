import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  driftReadPermission,
  driftRunPermission,
  type DriftRunsStarted,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PlumblineEntities } from '../catalog';
import type { ReaderView, ReaderViews } from '../permissions';
import type { EntityDriftAnswers } from './answers/EntityDriftAnswers';
import type { IncidentAnswers } from './answers/IncidentAnswers';
import type { ManifestAnswers } from './answers/ManifestAnswers';
import { toDriftRun } from './answers/toApi';
import type { ManualRuns } from './ManualRuns';
import { readIncidentFilter, readIncidentPage } from './readIncidentFilter';

/** What the drift routes need. */
export interface DriftRoutesOptions {
  entities: PlumblineEntities;
  entityDrift: EntityDriftAnswers;
  incidents: IncidentAnswers;
  manifests: ManifestAnswers;
  runs: ManualRuns;
  /** Routes of ignore rules. */
  ignoreRules: Router;
  /** Routes of ages and times of incidents. */
  statistics: Router;
  /** Routes of what people do to incidents. */
  incidentStates: Router;
  httpAuth: HttpAuthService;
  readerViews: ReaderViews;
}

/** Drift, manifests, incidents and runs. Paths are relative to `/v1`. */
export function createDriftRoutes(options: DriftRoutesOptions): Router {
  const { entityDrift, incidents, manifests, runs } = options;
  const router = PromiseRouter();
  router.use(options.ignoreRules);
  router.use(options.incidentStates);
  router.use(options.statistics);
  const entityPath = '/entities/:kind/:namespace/:name';

  const viewOf = async (
    request: Request,
    permission: BasicPermission = driftReadPermission,
  ) =>
    options.readerViews.of(
      await options.httpAuth.credentials(request, { allow: ['user'] }),
      permission,
    );

  /** An entity is not there for those who may not see it. */
  const entityOf = async (request: Request, view: ReaderView) => {
    const { kind, namespace, name } = request.params;
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    await view.assertVisible(entityRef);
    const entity = await options.entities.get(entityRef);
    if (!entity) {
      throw new NotFoundError(`There is no entity ${entityRef}`);
    }
    return entity;
  };

  router.get(`${entityPath}/drift`, async (request, response) => {
    const view = await viewOf(request);
    const entity = await entityOf(request, view);
    response.json(await entityDrift.of(entity, view));
  });

  router.get(`${entityPath}/manifests`, async (request, response) => {
    const view = await viewOf(request);
    const { entityRef } = await entityOf(request, view);
    const { target, ref, serverFilled } = request.query;
    response.json(
      await manifests.of({
        entityRef,
        targetId: String(target),
        ref: String(ref),
        hideServerFilled: serverFilled === 'hide',
      }),
    );
  });

  router.get(`${entityPath}/incidents`, async (request, response) => {
    const view = await viewOf(request);
    const { entityRef } = await entityOf(request, view);
    const { states } = readIncidentFilter(request.query);
    response.json(
      await incidents.page(
        { entityRefs: [entityRef], states },
        readIncidentPage(request.query),
        view,
      ),
    );
  });

  router.post(`${entityPath}/drift-runs`, async (request, response) => {
    const view = await viewOf(request, driftRunPermission);
    const entity = await entityOf(request, view);
    const started: DriftRunsStarted = {
      runs: (await runs.start(entity)).map(toDriftRun),
    };
    response.status(202).json(started);
  });

  router.get('/incidents', async (request, response) => {
    const view = await viewOf(request);
    response.json(
      await incidents.page(
        readIncidentFilter(request.query),
        readIncidentPage(request.query),
        view,
      ),
    );
  });

  router.get('/incidents/:id', async (request, response) => {
    const view = await viewOf(request);
    response.json(await incidents.detail(request.params.id, view));
  });

  return router;
}
