import { InputError, NotFoundError } from '@backstage/errors';
import express, {
  type ErrorRequestHandler,
  type RequestHandler,
} from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { specification } from '../schema/openapi.generated';

/** Of what people send; nothing of it is long. */
const MAX_BODY_BYTES = 256 * 1024;
/** The ingest endpoint takes four shapes and reads its own body, after it knows who sends. */
const INGEST_PATH = /\/v1\/clusters\/[^/]+\/audit-events\/?$/;

type Specification = Parameters<
  typeof OpenApiValidator.middleware
>[0]['apiSpec'];

/** Checks every request against `openapi.yaml` before a route sees it; query parameters arrive with their types. */
export function createRequestValidation(): RequestHandler[] {
  const readJson = express.json({ limit: MAX_BODY_BYTES });
  return [
    (request, response, next) =>
      INGEST_PATH.test(request.path)
        ? next()
        : readJson(request, response, next),
    ...(OpenApiValidator.middleware({
      apiSpec: specification as unknown as Specification,
      ignorePaths: INGEST_PATH,
      validateRequests: { allowUnknownQueryParameters: false },
      validateResponses: false,
      validateSecurity: false,
      validateApiSpec: false,
    }) as RequestHandler[]),
  ];
}

/** Turns what the validator throws into Backstage's errors. */
export const requestValidationErrors: ErrorRequestHandler = (
  error,
  _request,
  _response,
  next,
) => {
  if (error instanceof OpenApiValidator.error.BadRequest) {
    next(new InputError(error.message));
  } else if (
    error instanceof OpenApiValidator.error.NotFound ||
    error instanceof OpenApiValidator.error.MethodNotAllowed
  ) {
    next(new NotFoundError(error.message));
  } else {
    next(error);
  }
};
