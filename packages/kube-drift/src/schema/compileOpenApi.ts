import { isMap, isList, JsonMap, JsonValue, own, ownAt } from '../values/json';
import { CompiledSchema } from './compiledSchema';

const REF_PREFIX = '#/components/schemas/';

/** Types that the API server reads from a scalar. */
const SCALAR_TYPES: Record<string, string> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'q',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'x',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 't',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 't',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Duration': 'd',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': '*',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': '*',
};

const BUILT_IN =
  /^io\.k8s\.(?:api|apimachinery|kube-aggregator|apiextensions-apiserver)\./;

/** Left out: never part of what a manifest declares. */
const SKIPPED_FIELDS = new Set(['status', 'managedFields']);

class OpenApiCompiler {
  readonly result: CompiledSchema = { kinds: {}, types: {} };

  add(document: JsonValue): void {
    const schemas = ownAt(document, 'components', 'schemas');
    if (!isMap(schemas)) {
      return;
    }
    for (const name of Object.keys(schemas)) {
      this.#addKinds(name, schemas, own(schemas, name));
    }
    const paths = own(document, 'paths');
    if (isMap(paths)) {
      Object.keys(paths).forEach(path => this.#addPath(path, paths[path]));
    }
  }

  #addKinds(name: string, schemas: JsonMap, schema: JsonValue | undefined) {
    const kinds = own(schema, 'x-kubernetes-group-version-kind');
    if (
      !isList(kinds) ||
      !isMap(ownAt(schema, 'properties', 'metadata')) ||
      name.endsWith('List')
    ) {
      return;
    }
    for (const kind of kinds) {
      // Documents of other groups repeat types that they embed.
      this.result.kinds[kindKey(kind)] ??= {
        type: shortName(name),
        ...(!BUILT_IN.test(name) && { custom: true }),
      };
    }
    this.#addType(name, schemas);
  }

  #addPath(path: string, item: JsonValue): void {
    const post = own(item, 'post');
    const kind = own(post, 'x-kubernetes-group-version-kind');
    const known = kind && this.result.kinds[kindKey(kind)];
    const match = /\/([^/{}]+)$/.exec(path);
    if (!known || !match || path.includes('{name}')) {
      return;
    }
    known.resource = match[1];
    if (!path.includes('{namespace}')) {
      known.clusterScoped = true;
    } else {
      delete known.clusterScoped;
    }
  }

  #addType(name: string, schemas: JsonMap): void {
    const short = shortName(name);
    if (Object.hasOwn(this.result.types, short)) {
      return;
    }
    this.#addFields(short, own(schemas, name), schemas);
  }

  #addFields(type: string, schema: JsonValue | undefined, schemas: JsonMap) {
    const fields: Record<string, string> = {};
    this.result.types[type] = fields;
    const properties = own(schema, 'properties');
    if (!isMap(properties)) {
      return;
    }
    for (const name of Object.keys(properties)) {
      if (!SKIPPED_FIELDS.has(name)) {
        const property = properties[name];
        const text = this.#describe(property, schemas, `${type}/${name}`);
        fields[name] = withStrategy(text, property) + defaultText(property);
      }
    }
  }

  #describe(
    schema: JsonValue | undefined,
    schemas: JsonMap,
    inlineName: string,
  ): string {
    const ref = refOf(schema);
    if (ref) {
      return this.#describeRef(ref, schemas);
    }
    if (own(schema, 'x-kubernetes-int-or-string') === true) {
      return isQuantity(schema) ? 'q' : 'x';
    }
    switch (own(schema, 'type')) {
      case 'array': {
        const items = this.#describe(own(schema, 'items'), schemas, inlineName);
        return `${listMarker(schema)}${items}`;
      }
      case 'object':
        return this.#describeObject(schema, schemas, inlineName);
      case 'string':
        return stringType(own(schema, 'format'));
      case 'integer':
        return 'i';
      case 'number':
        return 'n';
      case 'boolean':
        return 'b';
      default:
        return '*';
    }
  }

  #describeRef(ref: string, schemas: JsonMap): string {
    const scalar = SCALAR_TYPES[ref];
    if (scalar) {
      return scalar;
    }
    const target = own(schemas, ref);
    if (!isMap(own(target, 'properties'))) {
      return this.#describe(target, schemas, shortName(ref));
    }
    this.#addType(ref, schemas);
    return `@${shortName(ref)}`;
  }

  #describeObject(
    schema: JsonValue | undefined,
    schemas: JsonMap,
    inlineName: string,
  ): string {
    const values = own(schema, 'additionalProperties');
    if (isMap(values)) {
      return `{}${this.#describe(values, schemas, inlineName)}`;
    }
    if (isMap(own(schema, 'properties'))) {
      this.#addFields(inlineName, schema, schemas);
      return `@${inlineName}`;
    }
    return '*';
  }
}

/**
 * Compiles documents of the API server's `/openapi/v3/…` endpoints. What
 * cannot be understood is left out; the engine then falls back to what it
 * sees in the objects.
 *
 * @public
 */
export function compileOpenApi(
  documents: readonly unknown[],
  kubernetes?: string,
): CompiledSchema {
  const compiler = new OpenApiCompiler();
  documents.forEach(document => compiler.add(document as JsonValue));
  return { ...(kubernetes && { kubernetes }), ...compiler.result };
}

function kindKey(kind: JsonValue): string {
  const group = own(kind, 'group');
  const prefix = group ? `${group}/` : '';
  return `${prefix}${own(kind, 'version')}/${own(kind, 'kind')}`;
}

function shortName(name: string): string {
  return name
    .replace(/^io\.k8s\.api\./, '')
    .replace(/^io\.k8s\.apimachinery\.pkg\.apis\./, '');
}

function refOf(schema: JsonValue | undefined): string | undefined {
  const direct = own(schema, '$ref');
  if (typeof direct === 'string') {
    return direct.slice(REF_PREFIX.length);
  }
  const all = own(schema, 'allOf');
  return isList(all) && all.length === 1 ? refOf(all[0]) : undefined;
}

function listMarker(schema: JsonValue | undefined): string {
  const type = own(schema, 'x-kubernetes-list-type');
  const keys = own(schema, 'x-kubernetes-list-map-keys');
  if (type === 'map' && isList(keys)) {
    return `[${keys.join(',')}]`;
  }
  if (type === 'set') {
    return '[=]';
  }
  if (type === undefined && strategiesOf(schema).includes('merge')) {
    const key = own(schema, 'x-kubernetes-patch-merge-key');
    return typeof key === 'string' ? `[${key}]` : '[=]';
  }
  return '[]';
}

function strategiesOf(schema: JsonValue | undefined): string[] {
  const strategy = own(schema, 'x-kubernetes-patch-strategy');
  return typeof strategy === 'string' ? strategy.split(',') : [];
}

/** Of a union only the declared member stays: the others are cleared. */
function withStrategy(text: string, schema: JsonValue): string {
  return strategiesOf(schema).includes('retainKeys')
    ? text.replace(/@/, '~@')
    : text;
}

/** Definitions made from Go types tell a quantity by its pattern alone. */
function isQuantity(schema: JsonValue | undefined): boolean {
  const pattern = own(schema, 'pattern');
  return typeof pattern === 'string' && pattern.includes('[numkMGTPE]');
}

function stringType(format: JsonValue | undefined): string {
  if (format === 'byte') return 'y';
  if (format === 'date-time') return 't';
  return format === 'duration' ? 'd' : 's';
}

/** `{}` is no default: an absent struct reads as that. */
function defaultText(schema: JsonValue): string {
  const value = own(schema, 'default');
  const isNone =
    value === undefined ||
    value === null ||
    (isMap(value) && Object.keys(value).length === 0);
  return isNone ? '' : `=${JSON.stringify(value)}`;
}
