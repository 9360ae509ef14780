import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { driftReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { readPage, text } from '../../http/queryParameters';
import type { ReaderViews } from '../../permissions';
import type { TimelineAnswers, TimelineQuery } from './TimelineAnswers';

/** Timelines of incidents. Paths are relative to `/v1`. */
export function createTimelineRoutes(options: {
  timelines: TimelineAnswers;
  httpAuth: HttpAuthService;
  readerViews: ReaderViews;
}): Router {
  const { timelines, httpAuth, readerViews } = options;
  const router = PromiseRouter();
  router.get('/incidents/:id/timeline', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const view = await readerViews.of(credentials, driftReadPermission);
    response.json(
      await timelines.of(request.params.id, readQuery(request.query), view),
    );
  });
  return router;
}

/** @throws InputError for a time that does not exist, or a span that ends before it begins */
function readQuery(query: Request['query']): TimelineQuery {
  const from = readTime(text(query.from), 'from');
  const to = readTime(text(query.to), 'to');
  if (from !== undefined && to !== undefined && from > to) {
    throw new InputError('from lies after to');
  }
  return { ...readPage(query), from, to };
}

function readTime(value: string | undefined, name: string): number | undefined {
  const time = value === undefined ? undefined : Date.parse(value);
  if (Number.isNaN(time)) {
    throw new InputError(`${name} is not a time: ${value}`);
  }
  return time;
}
