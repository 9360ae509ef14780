/**
 * What kind of client acted.
 * @public
 */
export type ActorClass =
  | 'human'
  | 'ci'
  | 'gitops'
  | 'controller'
  | 'service-account'
  | 'unknown';

/**
 * Who acted: `name` is the effective user. When somebody impersonated,
 * `onBehalfOf` is the user who really authenticated.
 * @public
 */
export interface Actor {
  name: string;
  class: ActorClass;
  onBehalfOf?: string;
}

/**
 * User names (globs with `*` and `?`) that an operator puts into a class. They
 * win over the defaults; the first list that matches decides, in the order
 * controllers, gitops, ci, humans.
 * @public
 */
export interface ActorClassification {
  ci?: string[];
  gitops?: string[];
  controllers?: string[];
  humans?: string[];
}
