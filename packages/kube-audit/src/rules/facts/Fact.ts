import type { Actor } from '../../actor/Actor';
import type { NormalizedEvent } from '../../event/NormalizedEvent';

/** What a fact may look at. */
export interface FactInput {
  e: NormalizedEvent;
  actor: Actor;
  query: URLSearchParams;
  /** The request body; of a JSON patch the values it sets, as a merge patch. */
  change: unknown;
  /**
   * The object as it was before, when an earlier event of the same batch
   * showed it. Without it a full body proves no change.
   */
  previous?: unknown;
  /** The same user deleted this object earlier in the batch. */
  deletedBefore: boolean;
  /** The node whose pods the same user listed shortly before. */
  listedNode?: string;
  /** Another request of the batch carries the same audit ID. */
  auditIDReused: boolean;
}

/** True, or a detail for the message, when the fact holds. */
export type Fact = (input: FactInput) => string | boolean;

/** Bodies that carry the whole object, changed or not. */
export function isWholeObject({ e, query }: FactInput): boolean {
  return e.verb === 'update' || (e.verb === 'patch' && query.has('force'));
}
