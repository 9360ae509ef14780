import type { ObjectResult } from '@plumbline/kube-drift';
import { DesiredStateError, type DesiredState } from '../../desired';
import type { ObservedObjectRecord, TargetLook } from '../records';
import type { DifferingPaths } from './DifferingPaths';
import type { ObservationContext } from './ObservationContext';

/**
 * What Git wanted at the last look, to tell which side moved since. Read only when something differs: a source mostly
 * still has it.
 *
 * @returns undefined when there was no such look, or when its commit can no longer be read
 */
export async function readDesiredBefore(
  { state, desired, desiredStates }: ObservationContext,
  results: readonly ObjectResult[],
): Promise<DesiredState | undefined> {
  const revision = state.target.look?.commit?.sha;
  const differs = results.some(({ findings }) =>
    findings.some(({ verdict }) => verdict === 'drift'),
  );
  if (revision === undefined || !differs) {
    return undefined;
  }
  if (revision === desired.commit.sha) {
    return desired;
  }
  try {
    return await desiredStates.read(state.target, { revision });
  } catch (error) {
    // A history that was rewritten takes its commits along: then the objects alone tell the direction.
    if (error instanceof DesiredStateError) {
      return undefined;
    }
    throw error;
  }
}

/**
 * Whether the last look found a field of an object as Git wanted it.
 *
 * @param open - where the object differed and has not ceased to
 */
export function wasClean(
  path: string,
  object: ObservedObjectRecord | undefined,
  open: DifferingPaths,
  look: TargetLook | undefined,
): boolean {
  return (
    object?.comparedAt !== undefined &&
    object.comparedAt === look?.lookedAt &&
    !open.touch(path)
  );
}
