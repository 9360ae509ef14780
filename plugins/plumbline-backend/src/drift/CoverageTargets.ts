import type { LookState } from '@plumbline/backstage-plugin-plumbline-common';

/** What the last look at a target says about its set-up. */
export interface CoverageTarget {
  cluster?: string;
  path: string;
  /** Repository or folder that the path is in. */
  location?: string;
  state: LookState;
  /** Objects that its manifests declare; absent before the first run. */
  objectsTotal?: number;
  /** The first step that does not work, with the way out. Absent when all do. */
  failure?: {
    step: 'annotation' | 'location' | 'manifests' | 'cluster';
    message: string;
  };
}

/** Answers of the drift domain for the coverage page. */
export interface CoverageTargets {
  /** Targets by entity ref; an entity without a target is left out. */
  ofEntities(entityRefs: string[]): Promise<Map<string, CoverageTarget[]>>;
}
