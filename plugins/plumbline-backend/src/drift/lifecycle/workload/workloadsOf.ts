import type { ObjectObservation } from '../../Observation';

type Related = Pick<
  ObjectObservation,
  'key' | 'kind' | 'namespace' | 'name' | 'relations'
>;

/**
 * To which declared workloads each object belongs: a workload to itself, what its pods name, what picks its pods, what
 * scales it, and what routes to what picks its pods.
 *
 * @returns keys of workloads by key of object, sorted; objects that belong to none are left out
 */
export function workloadsOf(
  objects: readonly Related[],
): Map<string, string[]> {
  const workloads = objects.filter(isWorkload);
  const found = new Map<string, Set<string>>();
  const add = (object: Related, workload: string) =>
    found.set(
      object.key,
      (found.get(object.key) ?? new Set<string>()).add(workload),
    );
  for (const workload of workloads) {
    add(workload, workload.key);
    const around = objects.filter(
      ({ namespace }) => namespace === workload.namespace,
    );
    for (const object of around) {
      if (
        isNamed(workload, object) ||
        isNamed(object, workload) ||
        picks(object, workload)
      ) {
        add(object, workload.key);
      }
    }
  }
  for (const router of objects.filter(({ kind }) => kind === 'Ingress')) {
    for (const service of objects) {
      if (service.namespace === router.namespace && isNamed(router, service)) {
        found.get(service.key)?.forEach(workload => add(router, workload));
      }
    }
  }
  return new Map([...found].map(([key, keys]) => [key, [...keys].sort()]));
}

/** Whether an object makes pods. */
export function isWorkload({ relations }: Related): boolean {
  return relations.podLabels !== undefined;
}

/** Whether an object picks the pods of a workload by their labels. */
export function picks(
  { relations: { selector } }: Related,
  { relations: { podLabels } }: Related,
): boolean {
  return (
    selector !== undefined &&
    podLabels !== undefined &&
    Object.entries(selector).every(([key, value]) => podLabels[key] === value)
  );
}

function isNamed(by: Related, object: Related): boolean {
  return by.relations.names.some(
    ({ kind, name }) => kind === object.kind && name === object.name,
  );
}
