import {
  entityDriftFixture,
  FIXTURE_NOW,
  objectManifestsFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { incidentAnswer } from './incidentAnswers';

/** What to answer for `component:default/<name>`; anything else drifts. */
const ENTITY_ANSWERS: Record<string, () => unknown> = {
  'in-sync': () =>
    entityDriftFixture({
      state: 'in-sync',
      findings: [],
      openIncidents: [],
      targets: entityDriftFixture()
        .targets.slice(0, 2)
        .map(target => ({
          ...target,
          state: 'in-sync' as const,
        })),
      counts: {
        drift: 0,
        expected: 4,
        ignored: 0,
        excluded: 0,
        unverifiable: 0,
      },
    }),
  'not-set-up': () =>
    entityDriftFixture({
      state: 'not-set-up',
      reason: undefined,
      missingAnnotation: 'plumbline.io/manifests',
    }),
  unobservable: () =>
    entityDriftFixture({
      state: 'unobservable',
      reason: 'Connection timed out',
      findings: [],
      openIncidents: [],
      targets: entityDriftFixture().targets.slice(2),
    }),
};

/**
 * Answers like the backend, from fixtures whose times are moved to now.
 */
export async function fixtureFetch(request: Request): Promise<Response> {
  const path = request.url.replace(/^plugin:\/\/plumbline/, '').split('?')[0];
  const [, entityName] =
    path.match(/^\/v1\/entities\/component\/default\/([^/]+)\/drift$/) ?? [];
  if (entityName === 'forbidden') {
    return Response.json(
      {
        error: { name: 'NotAllowedError', message: 'Unauthorized' },
        response: { statusCode: 403 },
      },
      { status: 403 },
    );
  }
  if (entityName) {
    return answer((ENTITY_ANSWERS[entityName] ?? entityDriftFixture)());
  }
  if (path.endsWith('/manifests')) {
    return answer(objectManifestsFixture());
  }
  if (path.endsWith('/drift-runs')) {
    return answer({ runs: [] });
  }
  const incidents = incidentAnswer(path);
  return incidents
    ? answer(incidents)
    : Response.json(
        {
          error: { name: 'NotFoundError', message: `Nothing at ${path}` },
          response: { statusCode: 404 },
        },
        { status: 404 },
      );
}

function answer(body: unknown): Response {
  const shift = Date.now() - Date.parse(FIXTURE_NOW);
  const text = JSON.stringify(body).replace(
    /"\d{4}-\d\d-\d\dT[\d:.]+Z"/g,
    time => JSON.stringify(new Date(Date.parse(JSON.parse(time)) + shift)),
  );
  return new Response(text, {
    headers: { 'content-type': 'application/json' },
  });
}
