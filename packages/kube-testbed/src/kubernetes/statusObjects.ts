/**
 * A `Status` as an API server answers a refused or failed request.
 *
 * @internal
 */
export interface StatusObject {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: object;
  status: 'Failure';
  message: string;
  reason: string;
  code: number;
  details?: object;
}

/**
 * Builds a failure `Status`.
 *
 * @internal
 */
export function failure(
  code: number,
  reason: string,
  message: string,
  details?: object,
): StatusObject {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    code,
    ...(details && { details }),
  };
}

/**
 * The 410 of a resource version or continue token that the server no longer has.
 *
 * @internal
 */
export function expired(message: string): StatusObject {
  return failure(410, 'Expired', message);
}
