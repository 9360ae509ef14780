import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  NotFoundError,
  serializeError,
  type ErrorResponseBody,
} from '@backstage/errors';
import type { ErrorRequestHandler, RequestHandler } from 'express';

const STATUS_CODES: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ServiceUnavailableError: 503,
};

/** Everything but the routes of the listener. */
export const answerNotFound: RequestHandler = (_request, _response, next) => {
  next(new NotFoundError('There is nothing but audit ingest here'));
};

/** Answers errors in Backstage's shape, where Backstage's own middleware is not in front. */
export function answerErrors(logger: LoggerService): ErrorRequestHandler {
  return (error: Error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const statusCode = statusOf(error);
    if (statusCode === 500) {
      logger.error('Audit ingest failed', error);
    }
    const body: ErrorResponseBody = {
      error:
        statusCode === 500
          ? { name: 'Error', message: 'Internal error' }
          : serializeError(error, { includeStack: false }),
      request: { method: request.method, url: request.originalUrl },
      response: { statusCode },
    };
    response.status(statusCode).json(body);
  };
}

function statusOf(error: Error): number {
  if ('statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode;
  }
  return STATUS_CODES[error.name] ?? 500;
}
