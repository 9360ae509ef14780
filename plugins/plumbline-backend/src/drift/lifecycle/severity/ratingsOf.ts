import type { Severity } from '@plumbline/backstage-plugin-plumbline-common';
import type { ObjectObservation } from '../../Observation';
import type { ObservedFinding } from '../../records';
import { picks, workloadsOf } from '../workload/workloadsOf';
import type { EnvironmentTier } from './EnvironmentTier';
import { severityOf } from './severityOf';

/** Rates a difference of an object. */
export type Rate = (
  object: ObjectObservation,
  finding: ObservedFinding,
) => Severity;

/** Rates differences with the objects around them in view: what reads their data, what picks their pods. */
export function ratingsOf(
  objects: readonly ObjectObservation[],
  tier: EnvironmentTier,
): Rate {
  const workloads = workloadsOf(objects);
  const running = new Set(
    objects.filter(({ isLive }) => isLive).map(({ key }) => key),
  );
  return (object, finding) =>
    severityOf(
      {
        kind: object.kind,
        path: finding.path,
        type: finding.type,
        direction: finding.direction,
        desired: finding.desired,
        live: finding.live,
        isUsed: (workloads.get(object.key) ?? []).some(key => running.has(key)),
        isSelected: isSelected(object, finding.path, objects),
      },
      tier,
    );
}

const POD_LABEL = /^(?:spec\.template\.)?metadata\.labels\.(.+)$/;

/** Whether a label is one by which another object, such as a Service, picks the pods. */
function isSelected(
  object: ObjectObservation,
  path: string,
  objects: readonly ObjectObservation[],
): boolean {
  const label = POD_LABEL.exec(path)?.[1];
  const isOfPods = object.kind === 'Pod' || path.startsWith('spec.template.');
  return (
    label !== undefined &&
    isOfPods &&
    objects.some(
      other =>
        other.namespace === object.namespace &&
        other.relations.selector !== undefined &&
        Object.hasOwn(other.relations.selector, label) &&
        picks(other, object),
    )
  );
}
