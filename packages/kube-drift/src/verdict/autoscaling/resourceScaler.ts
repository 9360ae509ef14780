import { Difference } from '../../compare/difference';
import { Segment } from '../../path/segment';
import { isList, isMap, JsonValue, own, ownAt } from '../../values/json';
import { parseQuantity } from '../../values/quantity';
import { KubeObject } from '../../yaml/readManifests';
import { readTarget, ScaleTarget } from './ScaleTarget';

/** Something that sets the resources of containers. */
export interface ResourceScaler {
  target: ScaleTarget;
  /** Whether what is live may be its doing: the field, and its value. */
  mayHaveSet(difference: Difference): boolean;
  describe(): string;
}

const ALL_CONTAINERS = '*';
const DEFAULT_RESOURCES = ['cpu', 'memory'];

/** None or one: with mode Off a VerticalPodAutoscaler only recommends. */
export function readVpa(
  object: KubeObject,
  namespace?: string,
): ResourceScaler[] {
  const { spec } = object;
  const target = readTarget(object, own(spec, 'targetRef'), { namespace });
  if (!target || ownAt(spec, 'updatePolicy', 'updateMode') === 'Off') {
    return [];
  }
  const policies = ownAt(spec, 'resourcePolicy', 'containerPolicies');
  const name = String(own(object.metadata, 'name'));
  return [
    {
      target,
      mayHaveSet: difference =>
        isAllowed(difference, isList(policies) ? policies : []),
      describe: () => `within what VerticalPodAutoscaler ${name} may set`,
    },
  ];
}

function isAllowed(
  { path, live }: Difference,
  policies: readonly JsonValue[],
): boolean {
  const at = path.findIndex(segment => isField(segment, 'resources'));
  const container = at > 0 ? nameIn(path[at - 1]) : undefined;
  if (container === undefined || live === undefined) {
    return false;
  }
  const [side, resource] = path
    .slice(at + 1)
    .map(segment => ('field' in segment ? segment.field : ''));
  return valuesOf(live, side, resource).every(value =>
    isAllowedValue(value, policyOf(container, policies)),
  );
}

interface ResourceValue {
  /** `requests` or `limits`. */
  side: string;
  resource: string;
  value: JsonValue;
}

/** The single values at or below a path into `resources`. */
function valuesOf(
  live: JsonValue,
  side: string | undefined,
  resource: string | undefined,
): ResourceValue[] {
  if (side !== undefined && resource !== undefined) {
    return [{ side, resource, value: live }];
  }
  return isMap(live)
    ? Object.keys(live).flatMap(key =>
        side === undefined
          ? valuesOf(live[key], key, undefined)
          : valuesOf(live[key], side, key),
      )
    : [];
}

/** Limits follow requests in proportion: only for requests a range is known. */
function isAllowedValue(
  { side, resource, value }: ResourceValue,
  policy: JsonValue | undefined,
): boolean {
  const controlled = own(policy, 'controlledResources');
  const resources = isList(controlled) ? controlled : DEFAULT_RESOURCES;
  if (own(policy, 'mode') === 'Off' || !resources.includes(resource)) {
    return false;
  }
  if (side === 'limits') {
    return own(policy, 'controlledValues') !== 'RequestsOnly';
  }
  const amount = quantity(value);
  const least = quantity(ownAt(policy, 'minAllowed', resource));
  const most = quantity(ownAt(policy, 'maxAllowed', resource));
  return (
    side === 'requests' &&
    amount !== undefined &&
    (least === undefined || amount >= least) &&
    (most === undefined || amount <= most)
  );
}

/** The policy of a container, else that for all. */
function policyOf(
  container: string,
  policies: readonly JsonValue[],
): JsonValue | undefined {
  const named = (name: string) =>
    policies.find(policy => own(policy, 'containerName') === name);
  return named(container) ?? named(ALL_CONTAINERS);
}

function quantity(value: JsonValue | undefined): bigint | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? parseQuantity(value)
    : undefined;
}

function isField(segment: Segment, name: string): boolean {
  return 'field' in segment && segment.field === name;
}

function nameIn(segment: Segment): string | undefined {
  const name = 'key' in segment ? own(segment.key, 'name') : undefined;
  return typeof name === 'string' ? name : undefined;
}
