import type { OwnerReference } from '../../clusters/objectMetadata';

/** What names one object for ever, whether it lives or not. */
export interface ObjectKey {
  cluster: string;
  /** Empty for the core group. */
  apiGroup: string;
  /** Plural. */
  resource: string;
  /** Absent for cluster-scoped objects. */
  namespace?: string;
  name: string;
}

/** What is kept of an object: enough to say whose it is. */
export interface IndexedObject extends ObjectKey {
  kind: string;
  uid: string;
  labels: Record<string, string>;
  /** Only those of {@link TRACKED_ANNOTATIONS}. */
  annotations: Record<string, string>;
  owners: OwnerReference[];
}

/** Annotations by which a delivery tool says that an object is its own. */
export const TRACKED_ANNOTATIONS: readonly string[] = [
  'argocd.argoproj.io/tracking-id',
];

/** The same text for the same object. */
export function objectKeyText(key: ObjectKey): string {
  const { cluster, apiGroup, resource, namespace = '', name } = key;
  return JSON.stringify([cluster, apiGroup, resource, namespace, name]);
}

/** Of all annotations those that are kept. */
export function trackedAnnotations(
  annotations: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations).filter(([name]) =>
      TRACKED_ANNOTATIONS.includes(name),
    ),
  );
}
