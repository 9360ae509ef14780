import type { DriftTarget } from './DriftTarget';

/** What an entity declares. */
export type EntityTargets =
  | {
      kind: 'targets';
      targets: DriftTarget[];
      /** Why there may be more than these: what is known of others stays as it is. */
      unread?: string;
    }
  /** `reason` says what is missing or wrong, for whoever may edit the entity. */
  | { kind: 'not-set-up'; missingAnnotation: string; reason: string };
