import type { ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';

/**
 * Breaks the connection of an answer: by a TCP reset, or without TLS's farewell where TLS hides the TCP handle.
 *
 * @internal
 */
export function resetConnection(response: ServerResponse): void {
  const { socket } = response;
  if (socket instanceof TLSSocket) {
    socket.destroy();
  } else {
    socket?.resetAndDestroy();
  }
}
