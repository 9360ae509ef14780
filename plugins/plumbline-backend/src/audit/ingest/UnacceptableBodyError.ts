import { CustomErrorBase } from '@backstage/errors';

/** A body that nobody reads, with the HTTP status that says so. */
export class UnacceptableBodyError extends CustomErrorBase {
  readonly statusCode: 413 | 415;

  constructor(statusCode: 413 | 415, message: string) {
    super(message);
    this.name = 'UnacceptableBodyError';
    this.statusCode = statusCode;
  }
}
