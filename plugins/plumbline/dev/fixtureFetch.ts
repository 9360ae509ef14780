import {
  coveragePage,
  feedFixtures,
  overviewFixture,
  quarantinePage,
  unattributedPage,
  FIXTURE_NOW,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';

const ANSWERS: [RegExp, () => object][] = [
  [/\/v1\/overview$/, overviewFixture],
  [/\/v1\/coverage$/, coveragePage],
  [/\/v1\/feeds$/, () => ({ items: feedFixtures() })],
  [/\/v1\/quarantine$/, quarantinePage],
  [/\/v1\/unattributed$/, unattributedPage],
];

/** Answers like the backend, from fixtures whose times are moved to now. */
export async function fixtureFetch(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url.replace(/^plugin:/, 'http:'));
  const answer = ANSWERS.find(([path]) => path.test(pathname))?.[1];
  if (!answer) {
    return Response.json(
      {
        error: { name: 'NotFoundError', message: `No fixture of ${pathname}` },
        response: { statusCode: 404 },
      },
      { status: 404 },
    );
  }
  const shift = Date.now() - Date.parse(FIXTURE_NOW);
  const text = JSON.stringify(answer()).replace(
    /"\d{4}-\d\d-\d\dT[\d:.]+Z"/g,
    time => JSON.stringify(new Date(Date.parse(JSON.parse(time)) + shift)),
  );
  return new Response(text, {
    headers: { 'content-type': 'application/json' },
  });
}
