import { controllerText, type ControllerRef } from './ControllerRef';

/** What a GitOps controller says of the last time that it applied something. */
export interface SyncState {
  /** E.g. `Application/argocd/payments`. */
  controller: string;
  /** The commit that it says it applied. */
  revision?: string;
  /** Why what it applied cannot be made again from that commit, in words; undefined when it can. */
  notReproducible?: string;
  /** Milliseconds since the epoch. */
  appliedAt?: number;
  /** As the controller words it, e.g. `Succeeded`. */
  phase?: string;
  /** Who started it, as the controller names them. Perhaps a person. */
  initiatedBy?: string;
  /** Whether it applies what Git says without being asked. */
  automated: boolean;
  /** Whether it takes back what others change. */
  selfHeal: boolean;
  suspended: boolean;
  /** How often it looks, seconds. */
  intervalSeconds?: number;
  /** What it says of itself; controllers quote the errors of API servers, so it is masked before it is kept. */
  message?: string;
}

/** A state of which nothing but the object is known. */
export function emptySync(controller: ControllerRef): SyncState {
  return {
    controller: controllerText(controller),
    automated: false,
    selfHeal: false,
    suspended: false,
  };
}
