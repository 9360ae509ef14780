import { ServerResponse } from 'node:http';
import { KubernetesObject } from './KubernetesObject';
import { ObjectHistory } from './ObjectHistory';
import { ResourceType, apiVersionOf } from './ResourceType';
import { resetConnection } from './resetConnection';
import { expired } from './statusObjects';

/**
 * What one watch request asked for.
 *
 * @internal
 */
export interface WatchRequest {
  type: ResourceType;
  namespace?: string;
  matches: (object: KubernetesObject) => boolean;
  /** Start after this revision; `undefined` or 0 starts with everything there is. */
  fromRevision?: number;
  /** `sendInitialEvents=true`: everything there is, ended by a marked bookmark. */
  sendInitialEvents: boolean;
  allowBookmarks: boolean;
}

/**
 * One running watch: writes events as lines of JSON until it is ended from either side.
 *
 * @internal
 */
export class WatchStream {
  readonly #request: WatchRequest;
  readonly #history: ObjectHistory;
  readonly #response: ServerResponse;

  constructor(
    request: WatchRequest,
    history: ObjectHistory,
    response: ServerResponse,
  ) {
    this.#request = request;
    this.#history = history;
    this.#response = response;
  }

  /** Answers 200, sends what the request starts with and follows the changes. */
  start(): void {
    const { fromRevision, sendInitialEvents } = this.#request;
    this.#response.writeHead(200, { 'content-type': 'application/json' });
    this.#response.flushHeaders();
    if (
      fromRevision !== undefined &&
      fromRevision > 0 &&
      fromRevision < this.#history.compactedRevision
    ) {
      this.#write(
        'ERROR',
        expired(
          `too old resource version: ${fromRevision} (${
            this.#history.compactedRevision + 1
          })`,
        ),
      );
      this.end();
      return;
    }
    if (sendInitialEvents || !fromRevision) {
      const { type, namespace, matches } = this.#request;
      for (const object of this.#history.list(type, namespace)) {
        if (matches(object)) {
          this.#write('ADDED', object);
        }
      }
      if (sendInitialEvents) {
        this.sendBookmark({ 'k8s.io/initial-events-end': 'true' });
      }
    } else {
      this.#history.changesAfter(fromRevision).forEach(this.#follow);
    }
    this.#response.on('close', this.#history.subscribe(this.#follow));
  }

  /** Sends a bookmark at the newest revision, if the client allowed bookmarks. */
  sendBookmark(annotations?: Record<string, string>): void {
    if (!this.#request.allowBookmarks) {
      return;
    }
    this.#write('BOOKMARK', {
      kind: this.#request.type.kind,
      apiVersion: apiVersionOf(this.#request.type),
      metadata: {
        resourceVersion: String(this.#history.revision),
        creationTimestamp: null,
        ...(annotations && { annotations }),
      },
    });
  }

  /** Sends an expired error and ends, as a server whose history was compacted does. */
  expire(): void {
    this.#write('ERROR', expired('The resourceVersion for the watch is gone'));
    this.end();
  }

  /** Ends in good order, as at `timeoutSeconds`. */
  end(): void {
    this.#response.end();
  }

  /** Resets the connection. */
  break(): void {
    resetConnection(this.#response);
  }

  readonly #follow = (change: {
    type: string;
    object: KubernetesObject;
    resourceType: ResourceType;
  }): void => {
    const { type, namespace, matches } = this.#request;
    if (
      change.resourceType === type &&
      (namespace === undefined ||
        change.object.metadata.namespace === namespace) &&
      matches(change.object)
    ) {
      this.#write(change.type, change.object);
    }
  };

  #write(type: string, object: object): void {
    this.#response.write(`${JSON.stringify({ type, object })}\n`);
  }
}
