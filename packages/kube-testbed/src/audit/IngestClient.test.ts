import https from 'node:https';
import { AddressInfo } from 'node:net';
import { issueLoopbackCertificate } from '../tls/issueCertificate';
import { IngestClient } from './IngestClient';

describe('IngestClient', () => {
  let server: https.Server;
  let certificate: { ca: string; cert: string; key: string };
  const seen: { url?: string; authorization?: string; body: string }[] = [];

  const client = (ca?: string) =>
    new IngestClient({
      url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
      cluster: 'prod eu',
      token: 'word',
      ca,
    });

  beforeAll(async () => {
    certificate = await issueLoopbackCertificate();
    server = https.createServer(certificate, (request, response) => {
      let body = '';
      request.on('data', part => (body += part));
      request.on('end', () => {
        const { url, headers } = request;
        seen.push({ url, authorization: headers.authorization, body });
        if (body === 'silence') {
          return;
        }
        response.writeHead(503, { 'retry-after': '3' });
        response.end('{"later":true}');
      });
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it("posts to the cluster's path with its token, and tells the whole answer", async () => {
    const trusting = client(certificate.ca);
    expect(await trusting.post(Buffer.from('{}'))).toEqual({
      status: 503,
      retryAfter: '3',
      text: '{"later":true}',
    });
    expect(seen[0]).toEqual({
      url: '/api/plumbline/v1/clusters/prod%20eu/audit-events',
      authorization: 'Bearer word',
      body: '{}',
    });
    trusting.close();
  });

  it('gives no token to a server it does not trust', async () => {
    const before = seen.length;
    const doubting = client();
    await expect(doubting.post(Buffer.from('{}'))).rejects.toThrow(
      /certificate/,
    );
    expect(seen).toHaveLength(before);
    doubting.close();
  });

  it('does not wait for ever', async () => {
    const trusting = client(certificate.ca);
    await expect(
      trusting.post(Buffer.from('silence'), 100),
    ).rejects.toMatchObject({ name: 'AbortError' });
    trusting.close();
  });
});
