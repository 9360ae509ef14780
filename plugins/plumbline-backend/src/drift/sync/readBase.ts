import { ClusterAccessError } from '@plumbline/backstage-plugin-plumbline-node';
import {
  DesiredStateError,
  isSameCommit,
  type DesiredState,
  type DesiredStates,
  type DriftTarget,
  type SyncState,
} from '../../desired';

/** What Git said when the controller last applied it. */
export interface AppliedBase {
  /** Undefined when that is not known: then the objects themselves may tell. */
  objects?: readonly object[];
  /** Why it is not known although the controller names a revision, in words. */
  remark?: string;
}

/**
 * Reads what a target declared at the revision that its controller says it applied, so that it is known which side moved.
 *
 * @param desired - as Git says it now
 */
export async function readBase(
  desiredStates: Pick<DesiredStates, 'read'>,
  target: DriftTarget,
  desired: DesiredState,
  sync: SyncState | undefined,
): Promise<AppliedBase> {
  const revision = sync?.revision;
  if (!sync || revision === undefined) {
    return {};
  }
  const isSame = isSameCommit(revision, desired.commit.sha);
  if (isSame && sync.controller.startsWith('Application/')) {
    // What a client-side apply left on the objects tells more: also what it set and Git has dropped since.
    return {};
  }
  if (sync.notReproducible !== undefined) {
    return {
      remark: `What ${sync.controller} applied at ${revision.slice(
        0,
        12,
      )} cannot be made again to tell which side moved: ${
        sync.notReproducible
      }`,
    };
  }
  if (isSame) {
    return { objects: desired.objects.map(({ object }) => object) };
  }
  try {
    const applied = await desiredStates.read(target, { revision });
    return { objects: applied.objects.map(({ object }) => object) };
  } catch (error) {
    if (
      error instanceof DesiredStateError ||
      error instanceof ClusterAccessError
    ) {
      return {
        remark: `${sync.controller} applied ${revision.slice(
          0,
          12,
        )}, which could not be read to tell which side moved: ${error.message}`,
      };
    }
    throw error;
  }
}
