import { CustomErrorBase } from '@backstage/errors';

/** A reader or the process has as many live tails as it may. */
export class TooManyStreamsError extends CustomErrorBase {
  readonly statusCode = 429;

  constructor(message: string) {
    super(message);
    this.name = 'TooManyStreamsError';
  }
}
