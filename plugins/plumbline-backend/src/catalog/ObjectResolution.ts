/** The object of a request or a manifest, as far as it is known. */
export interface ObjectIdentity {
  cluster: string;
  /** Empty for the core group. */
  apiGroup: string;
  /** Plural. */
  resource: string;
  kind?: string;
  namespace?: string;
  name?: string;
  uid?: string;
  /** What a body tells of the object, when there is one: labels, annotations and owners save a look-up. */
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: {
    apiVersion: string;
    kind: string;
    name: string;
    uid: string;
    controller?: boolean;
  }[];
}

/** Which step found the entity. */
export type ResolutionStep =
  | 'label'
  | 'owner'
  | 'manifest'
  | 'selector'
  | 'namespace'
  | 'argocd'
  | 'flux'
  | 'module'
  | 'ambiguous'
  | 'none';

/** Which entity an object belongs to, and why. */
export interface ObjectResolution {
  /** Absent when none or more than one fits. */
  entityRef?: string;
  /** Two or more when it is ambiguous, else empty. */
  candidates: string[];
  step: ResolutionStep;
  /** A sentence, e.g. "owner Deployment payments-api has label backstage.io/kubernetes-id=payments-api". */
  reason: string;
}
