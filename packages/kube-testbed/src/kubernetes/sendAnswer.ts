import { ServerResponse } from 'node:http';
import { Answer } from './answerRequest';
import { resetConnection } from './resetConnection';

/**
 * Sends a whole answer.
 *
 * @internal
 */
export function send(response: ServerResponse, answer: Answer): void {
  const body = JSON.stringify(answer.body);
  response.writeHead(answer.code, {
    'content-type': answer.contentType ?? 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

/**
 * Announces the whole answer, sends half of it and resets the connection.
 *
 * @internal
 */
export function sendHalf(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(JSON.stringify(answer.body));
  response.writeHead(answer.code, {
    'content-type': 'application/json',
    'content-length': body.length,
  });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () =>
    resetConnection(response),
  );
}
