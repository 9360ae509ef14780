import { Path } from '../path/segment';

/** Way to the pod's spec, by kind. */
const POD_SPECS: Record<string, readonly string[]> = {
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  ReplicationController: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};

/** A place inside a container of a workload. */
export interface ContainerPlace {
  container: string;
  /** From the container on. */
  rest: Path;
}

/** Which container a path of a workload leads into, when it leads into one. */
export function containerPlace(
  kind: string,
  path: Path,
): ContainerPlace | undefined {
  const way = POD_SPECS[kind];
  if (!way || !startsWith(path, way)) {
    return undefined;
  }
  const [list, item, ...rest] = path.slice(way.length);
  const isContainers =
    list &&
    'field' in list &&
    (list.field === 'containers' || list.field === 'initContainers');
  if (!isContainers || !item || !('key' in item)) {
    return undefined;
  }
  const { name } = item.key;
  return typeof name === 'string' ? { container: name, rest } : undefined;
}

/** Whether a path leads into the pod template, so that its controller makes new pods. */
export function isInPodTemplate(kind: string, path: Path): boolean {
  const way = POD_SPECS[kind];
  return (
    way !== undefined && kind !== 'Pod' && startsWith(path, way.slice(0, -1))
  );
}

export function startsWith(path: Path, names: readonly string[]): boolean {
  return names.every((name, at) => {
    const segment = path[at];
    return (
      segment !== undefined && 'field' in segment && segment.field === name
    );
  });
}

/** The names of a path that leads through maps only. */
export function fieldNames(path: Path): string[] | undefined {
  const names = path.flatMap(segment =>
    'field' in segment ? segment.field : [],
  );
  return names.length === path.length ? names : undefined;
}
