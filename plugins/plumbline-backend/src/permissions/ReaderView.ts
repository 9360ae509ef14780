import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';

/** What one reader may see. Every answer to a reader passes through it; nothing else filters. */
export interface ReaderView {
  readonly credentials: BackstageCredentials<BackstageUserPrincipal>;
  /** Whether the reader holds `plumbline.actor.reveal`. */
  readonly revealsActors: boolean;
  /** Of the given entity refs those that the reader may see. */
  visible(entityRefs: Iterable<string>): Promise<Set<string>>;
  /** @throws NotFoundError when the reader may not see the entity, the same as when it does not exist. */
  assertVisible(entityRef: string): Promise<void>;
  /**
   * The value with every occurrence of the given user names replaced by stable pseudonyms, deep in all strings; the
   * value itself when the reader may see names.
   *
   * @param names - names of people; names of controllers and service accounts are never hidden
   */
  hidePeople<T>(value: T, names: Iterable<string>): T;
}

/** Makes the view of a reader. */
export interface ReaderViews {
  /** @throws NotAllowedError when the reader lacks the permission. */
  of(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    permission: BasicPermission,
  ): Promise<ReaderView>;
}
