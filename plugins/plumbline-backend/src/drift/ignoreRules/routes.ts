import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { driftReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { text } from '../../http/queryParameters';
import type { ReaderViews } from '../../permissions';
import type { IgnoreRuleAnswers } from './IgnoreRuleAnswers';
import type { IgnoreRuleRecord } from './IgnoreRuleRecord';
import type { IgnoreRuleService } from './IgnoreRuleService';
import { importRules } from './importRules';

/** What the routes of ignore rules need. */
export interface IgnoreRuleRoutesOptions {
  answers: IgnoreRuleAnswers;
  service: IgnoreRuleService;
  httpAuth: HttpAuthService;
  readerViews: ReaderViews;
}

/** Ignore rules: list, preview, import, write. Paths are relative to `/v1`. */
export function createIgnoreRuleRoutes(
  options: IgnoreRuleRoutesOptions,
): Router {
  const { answers, service } = options;
  const router = PromiseRouter();

  const viewOf = async (request: Request) =>
    options.readerViews.of(
      await options.httpAuth.credentials(request, { allow: ['user'] }),
      driftReadPermission,
    );
  const shown = async (
    rule: IgnoreRuleRecord,
    view: Awaited<ReturnType<typeof viewOf>>,
  ) => (await answers.toApi([rule], view))[0];

  router.get('/ignore-rules', async (request, response) => {
    const view = await viewOf(request);
    const { entity } = request.query;
    response.json(await answers.list(text(entity), view));
  });

  router.post('/ignore-rules/preview', async (request, response) => {
    const view = await viewOf(request);
    const { rule } = request.query;
    response.json(await answers.preview(request.body, text(rule), view));
  });

  router.post('/ignore-rules/import', async (request, response) => {
    await viewOf(request);
    response.json(importRules(request.body.ignoreDifferences));
  });

  router.post('/ignore-rules', async (request, response) => {
    const view = await viewOf(request);
    const rule = await service.create(request.body, view);
    response.status(201).json(await shown(rule, view));
  });

  router.put('/ignore-rules/:id', async (request, response) => {
    const view = await viewOf(request);
    const rule = await service.update(request.params.id, request.body, view);
    response.json(await shown(rule, view));
  });

  router.delete('/ignore-rules/:id', async (request, response) => {
    await service.delete(request.params.id, await viewOf(request));
    response.status(204).end();
  });

  return router;
}
