import type { ObservedHealth } from '../../records';
import { nameOf } from './reasons';
import type { RecommendationInput } from './RecommendationInput';

/** How a workload is. */
export interface WorkloadState {
  name: string;
  health: ObservedHealth;
}

/** The workloads that the findings are of, or belong to, and that are unhealthy. */
export function ailingWorkloads(
  input: Pick<RecommendationInput, 'findings' | 'objects'>,
): WorkloadState[] {
  return workloadHealth(input).filter(
    ({ health }) => health.state === 'unhealthy',
  );
}

/** How the workloads are that the findings are of, or belong to. */
export function workloadHealth({
  findings,
  objects,
}: Pick<RecommendationInput, 'findings' | 'objects'>): WorkloadState[] {
  const keys = new Set(
    findings.flatMap(({ objectKey }) => [
      objectKey,
      ...(objects.get(objectKey)?.workloads ?? []),
    ]),
  );
  return [...keys].flatMap(key => {
    const object = objects.get(key);
    return object?.health
      ? [{ name: nameOf(object.ref), health: object.health }]
      : [];
  });
}

/** How the workloads concerned are; undefined when none reports its status. */
export function healthText(
  input: Pick<RecommendationInput, 'findings' | 'objects'>,
): string | undefined {
  const [workload] = workloadHealth(input);
  return (
    workload &&
    `${workload.name} is ${workload.health.state}, ${workload.health.text}`
  );
}
