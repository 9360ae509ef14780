import type { Knex } from 'knex';
import {
  trackedAnnotations,
  type IndexedObject,
  type OwnerIndexStore,
} from '../catalog';
import { readObjectMetadata } from '../clusters/objectMetadata';
import type { IngestParticipant } from './IngestParticipant';
import type { StoredAuditEvent } from './StoredAuditEvent';

const TEACHING_VERBS: readonly string[] = ['create', 'update', 'patch'];

/** Learns labels and owners from the bodies of audit events, so that a fresh pod is known before the next listing. */
export class OwnerIndexLearner implements IngestParticipant {
  readonly #store: OwnerIndexStore;

  constructor(store: OwnerIndexStore) {
    this.#store = store;
  }

  async inTransaction(
    transaction: Knex.Transaction,
    events: StoredAuditEvent[],
  ): Promise<void> {
    const objects = [...events]
      .sort((a, b) => a.event.timeMicros - b.event.timeMicros)
      .flatMap(stored => learnedObject(stored) ?? []);
    if (objects.length > 0) {
      await this.#store.put(objects, Date.now(), transaction);
    }
  }
}

/** @returns undefined when the event does not show a whole object that exists now */
export function learnedObject({
  cluster,
  event,
}: StoredAuditEvent): IndexedObject | undefined {
  const { object } = event;
  const body = event.event.responseObject;
  if (
    !object ||
    object.subresource ||
    !TEACHING_VERBS.includes(event.verb) ||
    event.outcome !== 'success' ||
    event.dryRun === true ||
    !isObject(body) ||
    typeof body.kind !== 'string' ||
    body.kind === 'Status'
  ) {
    return undefined;
  }
  const metadata = readObjectMetadata(body.metadata);
  if (metadata.name === undefined || metadata.uid === undefined) {
    return undefined;
  }
  return {
    cluster,
    apiGroup: object.apiGroup,
    resource: object.resource,
    kind: body.kind,
    namespace: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid,
    labels: metadata.labels,
    annotations: trackedAnnotations(metadata.annotations),
    owners: metadata.ownerReferences,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
