import { isList, isMap, JsonValue, own } from '../values/json';
import { ScalarType } from '../values/scalar';
import { ListRule } from './schemaNode';

/**
 * Lists that are keyed wherever Kubernetes' own types are embedded. Used for
 * kinds without a schema, and only where both sides carry the keys.
 */
const LIST_KEYS: Record<string, string[][]> = {
  containers: [['name']],
  initContainers: [['name']],
  ephemeralContainers: [['name']],
  env: [['name']],
  volumes: [['name']],
  webhooks: [['name']],
  imagePullSecrets: [['name']],
  volumeMounts: [['mountPath']],
  volumeDevices: [['devicePath']],
  ports: [
    ['containerPort', 'protocol'],
    ['port', 'protocol'],
  ],
  topologySpreadConstraints: [['topologyKey', 'whenUnsatisfiable']],
  hostAliases: [['ip']],
  conditions: [['type']],
  ownerReferences: [['uid']],
};

/** Key fields that the API server fills in. */
const DEFAULTED_KEYS = new Set(['protocol']);

const QUANTITY_MAPS = new Set(['requests', 'limits', 'capacity', 'hard']);
const QUANTITY_FIELDS = new Set([
  'cpu',
  'memory',
  'storage',
  'ephemeral-storage',
  'nominalQuota',
  'sizeLimit',
]);

/** The rule for a list whose type is unknown: keyed if it plainly is. */
export function fallbackListRule(
  name: string | undefined,
  desired: readonly JsonValue[],
  live: readonly JsonValue[],
): ListRule {
  if (name === 'finalizers') {
    return { kind: 'set' };
  }
  const candidates =
    name !== undefined && Object.hasOwn(LIST_KEYS, name) ? LIST_KEYS[name] : [];
  const keys = candidates.find(candidate =>
    [...desired, ...live].every(item => carriesKeys(item, candidate)),
  );
  return keys ? { kind: 'keyed', keys } : { kind: 'atomic' };
}

function carriesKeys(item: JsonValue, keys: readonly string[]): boolean {
  return (
    isMap(item) &&
    keys.every(key => {
      const value = own(item, key);
      return value === undefined
        ? DEFAULTED_KEYS.has(key)
        : !isMap(value) && !isList(value);
    })
  );
}

/** Without a schema, only the names tell that a text is a quantity. */
export function fallbackScalarType(
  name: string | undefined,
  parent: string | undefined,
): ScalarType {
  return (name !== undefined && QUANTITY_FIELDS.has(name)) ||
    (parent !== undefined && QUANTITY_MAPS.has(parent))
    ? 'quantity'
    : 'any';
}
