import { ResponseError } from '@backstage/errors';

/** Why the backend refused, in its own words: they name the field, the permission or the name that is taken. @internal */
export function refusalWords(error: Error): string {
  return error instanceof ResponseError ? error.cause.message : error.message;
}
