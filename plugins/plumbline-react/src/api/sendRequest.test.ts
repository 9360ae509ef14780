import { sendRequest } from './sendRequest';

describe('sendRequest', () => {
  const url = 'http://example.com/api/plumbline/v1/incidents/1/state';

  /** Reads a request twice, as Backstage's middleware for `plugin://` does. */
  async function fetchTwice(
    input: RequestInfo | URL,
    init?: RequestInit,
  ): Promise<Response> {
    const first = new Request(input, init);
    const second = new Request(url, input instanceof Request ? input : init);
    return Response.json({
      method: second.method,
      type: second.headers.get('content-type'),
      body: second.method === 'GET' ? '' : await second.text(),
      sameAddress: first.url === second.url,
    });
  }

  it('keeps the body where a request is read twice', async () => {
    const answer = await sendRequest(
      { fetch: fetchTwice },
      new Request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"state":"open"}',
      }),
    );

    expect(await answer.json()).toEqual({
      method: 'POST',
      type: 'application/json',
      body: '{"state":"open"}',
      sameAddress: true,
    });
  });

  it('passes a request without a body on as it is', async () => {
    const request = new Request(url);
    const fetch = jest.fn(async () => new Response());

    await sendRequest({ fetch }, request);

    expect(fetch).toHaveBeenCalledWith(request);
  });
});
