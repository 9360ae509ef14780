import { ServerResponse } from 'node:http';
import { Fault } from './Fault';
import { RequestTarget } from './requestTarget';
import { StatusObject, expired, failure } from './statusObjects';

function forbidden(target: RequestTarget, verb: string): StatusObject {
  if (target.what !== 'resource') {
    return failure(
      403,
      'Forbidden',
      `forbidden: User "system:serviceaccount:plumbline:plumbline" cannot ${verb} path "${target.path}"`,
    );
  }
  const where =
    target.namespace === undefined
      ? 'at the cluster scope'
      : `in the namespace "${target.namespace}"`;
  const what = target.group
    ? `${target.plural}.${target.group}`
    : target.plural;
  return failure(
    403,
    'Forbidden',
    `${what}${
      target.name ? ` "${target.name}"` : ''
    } is forbidden: User "system:serviceaccount:plumbline:plumbline" ` +
      `cannot ${verb} resource "${target.plural}" in API group "${target.group}" ${where}`,
    { name: target.name, group: target.group, kind: target.plural },
  );
}

function statusOf(
  fault: Fault,
  target: RequestTarget,
  verb: string,
): StatusObject | undefined {
  switch (fault.behaviour) {
    case 'forbidden':
      return forbidden(target, verb);
    case 'unauthorized':
      return failure(401, 'Unauthorized', 'Unauthorized');
    case 'gone':
      return expired(
        'The provided continue parameter is too old to display a consistent list result.',
      );
    case 'server-error':
      return failure(
        500,
        'InternalError',
        'Internal error occurred: etcdserver: request timed out',
      );
    case 'too-many-requests':
      return failure(
        429,
        'TooManyRequests',
        'The server has received too many requests and has asked us to try again later',
        { retryAfterSeconds: 1 },
      );
    default:
      return undefined;
  }
}

/**
 * Answers a request the way a fault says; `false` when the fault needs the right answer first (a reset half way).
 *
 * @internal
 */
export function answerFault(
  fault: Fault,
  target: RequestTarget,
  verb: string,
  response: ServerResponse,
): boolean {
  if (fault.behaviour === 'reset-half-way') {
    return false;
  }
  if (fault.behaviour === 'never-answers') {
    return true;
  }
  if (fault.behaviour === 'html') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      '<!doctype html><html><head><title>Sign in</title></head><body>Sign in to continue</body></html>',
    );
    return true;
  }
  const status = statusOf(fault, target, verb);
  if (!status) {
    return false;
  }
  response.setHeader('content-type', 'application/json');
  if (status.code === 429) {
    response.setHeader('retry-after', '1');
  }
  if (status.code === 410 && verb === 'watch') {
    response.writeHead(200);
    response.end(`${JSON.stringify({ type: 'ERROR', object: status })}\n`);
  } else {
    response.writeHead(status.code);
    response.end(JSON.stringify(status));
  }
  return true;
}
