import type { KubeObject } from '@plumbline/kube-drift';
import type { WorkloadHealth } from '../../records';
import { numberAt, recordAt, recordsIn, textAt } from './reading';

/**
 * How a workload is doing, by its live status.
 *
 * @returns undefined for what is no workload, or reports no status
 */
export function healthOf(live: KubeObject): WorkloadHealth | undefined {
  const status = recordAt(live, 'status');
  if (!status || Object.keys(status).length === 0) {
    return undefined;
  }
  switch (live.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'ReplicaSet':
      return ofReplicas(
        live,
        numberAt(recordAt(live, 'spec'), 'replicas') ?? 1,
        numberAt(status, 'readyReplicas') ?? 0,
      );
    case 'DaemonSet':
      return ofReplicas(
        live,
        numberAt(status, 'desiredNumberScheduled') ?? 0,
        numberAt(status, 'numberReady') ?? 0,
      );
    case 'Job':
      return conditionOf(status, 'Failed', 'True')
        ? { state: 'unhealthy', text: 'it failed' }
        : { state: 'healthy', text: 'it has not failed' };
    case 'Pod':
      return ofPod(status);
    default:
      return undefined;
  }
}

function ofReplicas(
  live: KubeObject,
  wanted: number,
  ready: number,
): WorkloadHealth {
  const status = recordAt(live, 'status');
  const text = `${ready} of ${wanted} ready`;
  const progressing = conditionOf(status, 'Progressing', 'False');
  if (progressing) {
    return { state: 'unhealthy', text: withReason(text, progressing) };
  }
  if (ready >= wanted) {
    return { state: 'healthy', text };
  }
  const generation = numberAt(recordAt(live, 'metadata'), 'generation') ?? 0;
  if ((numberAt(status, 'observedGeneration') ?? generation) < generation) {
    return { state: 'progressing', text };
  }
  const unavailable = conditionOf(status, 'Available', 'False');
  if (unavailable || ready === 0) {
    return { state: 'unhealthy', text: withReason(text, unavailable) };
  }
  return { state: 'progressing', text };
}

function ofPod(status: Record<string, unknown>): WorkloadHealth {
  const waiting = recordsIn(status.containerStatuses).flatMap(
    container =>
      textAt(recordAt(container, 'state', 'waiting'), 'reason') ?? [],
  );
  const stuck = waiting.find(reason => /BackOff|^Err|Error$/.test(reason));
  const phase = textAt(status, 'phase') ?? 'unknown';
  if (stuck !== undefined || phase === 'Failed') {
    return { state: 'unhealthy', text: stuck ?? 'it failed' };
  }
  return conditionOf(status, 'Ready', 'True') || phase === 'Succeeded'
    ? { state: 'healthy', text: phase }
    : { state: 'progressing', text: phase };
}

function conditionOf(
  status: Record<string, unknown> | undefined,
  type: string,
  value: 'True' | 'False',
): Record<string, unknown> | undefined {
  return recordsIn(status?.conditions).find(
    condition => condition.type === type && condition.status === value,
  );
}

function withReason(
  text: string,
  condition: Record<string, unknown> | undefined,
): string {
  const reason = textAt(condition, 'reason');
  return reason === undefined ? text : `${text} (${reason})`;
}
