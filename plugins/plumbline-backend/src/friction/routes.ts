import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { frictionReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { readPage, texts } from '../http/queryParameters';
import type { PlumblineEntities } from '../catalog';
import type { ReaderViews } from '../permissions';
import type { FleetSort } from './answers/FleetFrictionAnswer';
import type { FrictionService } from './FrictionService';

const DEFAULT_DAYS = 28;

/** What the friction routes need. */
export interface FrictionRoutesOptions {
  friction: FrictionService;
  entities: PlumblineEntities;
  httpAuth: HttpAuthService;
  readerViews: ReaderViews;
}

/** An entity's friction, its events, and the fleet. Paths are relative to `/v1`; queries were checked before. */
export function createFrictionRoutes(options: FrictionRoutesOptions): Router {
  const { friction, entities, httpAuth, readerViews } = options;
  const router = PromiseRouter();

  const viewOf = async (request: Request) =>
    readerViews.of(
      await httpAuth.credentials(request, { allow: ['user'] }),
      frictionReadPermission,
    );

  router.get(
    '/entities/:kind/:namespace/:name/friction',
    async (request, response) => {
      const view = await viewOf(request);
      const entityRef = stringifyEntityRef(request.params);
      await view.assertVisible(entityRef);
      response.json(
        await friction.entityFriction(entityRef, {
          days: daysOf(request),
          timeZone: timeZoneOf(request),
          now: Date.now(),
        }),
      );
    },
  );

  router.get(
    '/entities/:kind/:namespace/:name/friction/events',
    async (request, response) => {
      const view = await viewOf(request);
      const entityRef = stringifyEntityRef(request.params);
      await view.assertVisible(entityRef);
      const { query } = request;
      response.json(
        await friction.events(
          {
            entityRef,
            rules: texts(query.rule),
            clusters: texts(query.cluster),
            from: timeOf(query.from),
            to: timeOf(query.to),
            hourOfWeek:
              query.hourOfWeek === undefined
                ? undefined
                : Number(query.hourOfWeek),
            timeZone: timeZoneOf(request),
            ...readPage(query),
          },
          view,
          Date.now(),
        ),
      );
    },
  );

  router.get('/friction', async (request, response) => {
    const view = await viewOf(request);
    const all = await entities.list();
    const visible = await view.visible(all.map(({ entityRef }) => entityRef));
    const { query } = request;
    response.json(
      await friction.fleet(
        all.filter(({ entityRef }) => visible.has(entityRef)),
        {
          days: daysOf(request),
          owners: texts(query.owner),
          systems: texts(query.system),
          bands: texts(query.band),
          sort: (query.sort ?? 'score') as FleetSort,
          ...readPage(query),
        },
        Date.now(),
      ),
    );
  });

  return router;
}

function daysOf({ query }: Request): number {
  return Number(query.days ?? DEFAULT_DAYS);
}

function timeZoneOf({ query }: Request): string {
  return String(query.timeZone ?? 'UTC');
}

function timeOf(value: Request['query'][string]): number | undefined {
  return value === undefined ? undefined : Date.parse(String(value));
}
