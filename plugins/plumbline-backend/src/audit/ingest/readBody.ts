import { InputError } from '@backstage/errors';
import express, { type Request, type Response } from 'express';
import { UnacceptableBodyError } from './UnacceptableBodyError';

/**
 * Reads the body of a request, inflated, as UTF-8; bytes that are not become U+FFFD.
 *
 * @param maxBytes - after inflation
 * @throws UnacceptableBodyError 413 when it is longer, 415 for a compression other than gzip and deflate
 * @throws InputError when it cannot be inflated or ends too early
 */
export async function readBody(
  request: Request,
  response: Response,
  maxBytes: number,
): Promise<string> {
  const read = express.raw({ type: () => true, limit: maxBytes });
  await new Promise<void>((resolve, reject) => {
    read(request, response, error =>
      error ? reject(explain(error, maxBytes)) : resolve(),
    );
  });
  return Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
}

function explain(error: { type?: string; message?: string }, maxBytes: number) {
  switch (error.type) {
    case 'entity.too.large':
      return new UnacceptableBodyError(
        413,
        `The body is longer than ${maxBytes} bytes after inflation. Raise plumbline.ingest.maxBodyBytes, or set --audit-webhook-truncate-enabled at the API server`,
      );
    case 'encoding.unsupported':
      return new UnacceptableBodyError(
        415,
        'The body must be sent as it is, or compressed with gzip or deflate',
      );
    default:
      return new InputError(
        `The body could not be read: ${error.message ?? 'unknown reason'}`,
      );
  }
}
