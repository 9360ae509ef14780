import { ResponseError } from '@backstage/errors';

/** Why the backend refused, in its own words: they name the field, the permission or the name that is taken. @internal */
export function refusalWords(error: Error): string {
  return error instanceof ResponseError ? error.cause.message : error.message;
}

/** Whether what was asked for is wrong, rather than that it could not be answered. @internal */
export function isRefused(error: Error): boolean {
  return error instanceof ResponseError && error.response.status === 400;
}
