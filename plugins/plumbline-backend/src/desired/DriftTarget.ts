import { createHash } from 'node:crypto';
import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type { ControllerSourceRef } from './controllers/ControllerRef';
import type { RenderOptions } from './rendering';

/** Where an entity should run: the unit that is read, compared and stored. */
export interface DriftTarget {
  /** The same declaration of the same entity has the same id. */
  id: string;
  entityRef: string;
  /** Empty while it is not known which one; then there is a problem too. */
  cluster: string;
  /** For objects whose manifest names none. */
  namespace: string;
  /** `url:https://…` or `file:…`. */
  location: string;
  /** Relative to the location, `.` for the location itself. */
  path: string;
  /** Undefined: found out from the files. */
  renderer: ManifestsRenderer | undefined;
  /** What a GitOps controller asks for beside the files. */
  renderOptions?: RenderOptions;
  /** The controller's object that says where the manifests are; asked anew at each look. */
  controller?: ControllerSourceRef;
  /** Why it cannot be looked at, as far as the declaration tells, with the way out. */
  problem: string | undefined;
}

/** Identity of a target: what it compares, for whom. */
export function driftTargetId(
  target: Pick<
    DriftTarget,
    'entityRef' | 'cluster' | 'namespace' | 'location' | 'path'
  >,
): string {
  const { entityRef, cluster, namespace, location, path } = target;
  return createHash('sha256')
    .update(JSON.stringify([entityRef, cluster, namespace, location, path]))
    .digest('hex')
    .slice(0, 32);
}
