import { ServiceUnavailableError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { IngestService } from './IngestService';
import { readBody } from './readBody';
import type { SenderCheck } from './SenderCheck';
import { UnacceptableBodyError } from './UnacceptableBodyError';

/**
 * Seconds. With the header a batch survives an outage of nearly four minutes instead of one and a half, and comes back
 * seconds after it.
 */
const RETRY_AFTER = '3';

/** What the ingest route needs. */
export interface IngestRoutesOptions {
  sender: SenderCheck;
  ingest: IngestService;
  /** After inflation. */
  maxBodyBytes: number;
}

/** `POST /clusters/{cluster}/audit-events`, for the plugin's router and for the listener of its own. */
export function createIngestRoutes(options: IngestRoutesOptions): Router {
  const { sender, ingest, maxBodyBytes } = options;
  const router = PromiseRouter();
  router.post('/clusters/:cluster/audit-events', async (request, response) => {
    const { cluster } = request.params;
    await sender.check(request, cluster);
    try {
      const result = await ingest.ingest(cluster, () =>
        readBody(request, response, maxBodyBytes),
      );
      response.json(result);
    } catch (error) {
      if (error instanceof UnacceptableBodyError) {
        await ingest.recordRefusal(cluster, error.message);
      }
      if (error instanceof ServiceUnavailableError) {
        response.setHeader('Retry-After', RETRY_AFTER);
      }
      throw error;
    }
  });
  return router;
}
