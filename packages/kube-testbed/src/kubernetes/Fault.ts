import { RequestTarget } from './requestTarget';

/**
 * How an {@link ApiServerDouble} misbehaves for the requests it is told to.
 *
 * @internal
 */
export type FaultBehaviour =
  /** RBAC refuses: 403 with the server's wording. */
  | 'forbidden'
  /** 401: the token is not known. */
  | 'unauthorized'
  /** 410 Expired: of a list, or as the first event of a watch. */
  | 'gone'
  /** 500 with a Status. */
  | 'server-error'
  /** 429 with `Retry-After: 1`. */
  | 'too-many-requests'
  /** The request is taken and never answered. */
  | 'never-answers'
  /** 200 with an HTML page, as a proxy or login page in between gives. */
  | 'html'
  /** The connection is reset after half of the answer. */
  | 'reset-half-way';

/**
 * A misbehaviour and the requests it is for; what is left out matches everything.
 *
 * @internal
 */
export interface Fault {
  behaviour: FaultBehaviour;
  /** API group of the resource; the empty string for core. */
  group?: string;
  /** Plural of the resource. */
  plural?: string;
  namespace?: string;
  name?: string;
  verb?: 'get' | 'list' | 'watch' | 'discovery';
  /** After how many requests it is over; for ever by default. */
  times?: number;
}

/**
 * Whether a fault is meant for this request.
 *
 * @internal
 */
export function faultApplies(
  fault: Fault,
  target: RequestTarget,
  verb: string,
): boolean {
  if (fault.verb !== undefined && fault.verb !== verb) {
    return false;
  }
  if (target.what !== 'resource') {
    return (
      fault.group === undefined &&
      fault.plural === undefined &&
      fault.namespace === undefined &&
      fault.name === undefined
    );
  }
  return (
    (fault.group ?? target.group) === target.group &&
    (fault.plural ?? target.plural) === target.plural &&
    (fault.namespace === undefined || fault.namespace === target.namespace) &&
    (fault.name === undefined || fault.name === target.name)
  );
}
