import { JsonMap } from '../values/json';
import { compileDefinitions } from './customResources';
import { CompiledKind, CompiledSchema } from './compiledSchema';
import { CompiledSchemaReader, SchemaNode } from './schemaNode';
import snapshot from './snapshot.json';

/**
 * Types embedded in custom resources whose own schema says nothing of them:
 * by `group/Kind`, by path, the name of the type (`core/v1/PodSpec`).
 *
 * @public
 */
export type KnownTypes = Record<string, Record<string, string>>;

const SNAPSHOT = snapshot as CompiledSchema;
const snapshotReader = new CompiledSchemaReader(SNAPSHOT);

/** Kubernetes version of the schema that ships with the package. @public */
export const snapshotVersion: string = SNAPSHOT.kubernetes ?? 'unknown';

/** Types that Argo CD knows of, since its own definitions leave them open. */
const WELL_KNOWN_TYPES: KnownTypes = {
  'argoproj.io/Rollout': { 'spec.template': 'core/v1/PodTemplateSpec' },
};

/** Where the engine looks types up: the cluster's schema first, then ours. */
export class SchemaRegistry {
  /** The cluster's schema, then that of definitions among the objects. */
  readonly #told: readonly CompiledSchema[];
  readonly #readers: readonly CompiledSchemaReader[];
  readonly #knownTypes: KnownTypes;

  /** @param objects - where definitions of custom resources may be found */
  constructor(
    options: { schema?: CompiledSchema; knownTypes?: KnownTypes },
    objects: ReadonlyArray<JsonMap> = [],
  ) {
    const defined = compileDefinitions(objects);
    this.#told = [options.schema, defined].filter(
      schema => schema !== undefined,
    );
    this.#readers = this.#told.map(schema => new CompiledSchemaReader(schema));
    this.#knownTypes = options.knownTypes ?? {};
  }

  /**
   * The type of an object. Of a kind that nobody knows, only the metadata is
   * typed.
   */
  kind(apiVersion: string, kind: string): SchemaNode {
    const told = this.#toldNode(apiVersion, kind);
    if (told?.builtIn) {
      return told;
    }
    const builtIn =
      snapshotReader.kind(apiVersion, kind) ??
      this.#otherVersion(apiVersion, kind);
    return builtIn ?? withMetadata(this.#embedded(apiVersion, kind) ?? told);
  }

  /** Scope and URL name of a kind, as far as they are known. */
  about(apiVersion: string, kind: string): CompiledKind | undefined {
    const key = `${apiVersion}/${kind}`;
    const schemas = [...this.#told, SNAPSHOT];
    const schema = schemas.find(({ kinds }) => Object.hasOwn(kinds, key));
    return schema ? schema.kinds[key] : sameKindOfGroup(apiVersion, kind);
  }

  #toldNode(apiVersion: string, kind: string): SchemaNode | undefined {
    for (const reader of this.#readers) {
      const node = reader.kind(apiVersion, kind);
      if (node) {
        return node;
      }
    }
    return undefined;
  }

  /** `apps/v1beta1` reads well enough as `apps/v1`. */
  #otherVersion(apiVersion: string, kind: string): SchemaNode | undefined {
    const other = sameKindOfGroup(apiVersion, kind);
    return other && snapshotReader.type(other.type);
  }

  #embedded(apiVersion: string, kind: string): SchemaNode | undefined {
    const group = groupOf(apiVersion);
    const key = group === '' ? kind : `${group}/${kind}`;
    const paths = this.#knownTypes[key] ?? WELL_KNOWN_TYPES[key];
    if (!paths) {
      return undefined;
    }
    return embeddedNode(
      Object.keys(paths).map(path => ({
        steps: path.split('.'),
        type: paths[path],
      })),
    );
  }
}

/** Metadata is of the same built-in type in every kind. */
function withMetadata(node: SchemaNode | undefined): SchemaNode {
  return {
    builtIn: false,
    scalar: 'any',
    ...(node?.typeName && { typeName: node.typeName }),
    field: name =>
      name === 'metadata'
        ? snapshotReader.type('meta.v1.ObjectMeta')
        : node?.field(name),
  };
}

export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

function sameKindOfGroup(
  apiVersion: string,
  kind: string,
): CompiledKind | undefined {
  const group = groupOf(apiVersion);
  const key = Object.keys(SNAPSHOT.kinds).find(
    candidate =>
      candidate.endsWith(`/${kind}`) &&
      groupOf(candidate.slice(0, -kind.length - 1)) === group,
  );
  return key === undefined ? undefined : SNAPSHOT.kinds[key];
}

interface Embedded {
  steps: string[];
  type: string;
}

/**
 * A node that knows nothing but where a type is embedded. Lists on the way
 * are passed through: `spec.templates.spec` names a field of each element.
 */
function embeddedNode(embedded: Embedded[]): SchemaNode {
  const node: SchemaNode = {
    builtIn: false,
    scalar: 'any',
    field(name) {
      const next = embedded
        .filter(({ steps }) => steps[0] === name)
        .map(({ steps, type }) => ({ steps: steps.slice(1), type }));
      const here = next.find(({ steps }) => steps.length === 0);
      if (here) {
        return knownType(here.type);
      }
      return next.length > 0 ? embeddedNode(next) : undefined;
    },
    get items() {
      return node;
    },
  };
  return node;
}

function knownType(name: string): SchemaNode | undefined {
  if (name === 'meta/v1/Duration') {
    return snapshotReader.node('d', false);
  }
  if (name === 'core/v1/Quantity' || name === 'core/Quantity') {
    return snapshotReader.node('q', false);
  }
  const type = snapshotReader.type(name.replace(/\//g, '.'));
  // The same name may stand for one value or for a list of them.
  return type && { ...type, items: type, field: type.field };
}
