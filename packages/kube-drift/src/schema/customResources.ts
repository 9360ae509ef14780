import { isList, isMap, JsonMap, JsonValue, own, ownAt } from '../values/json';
import { CompiledKind, CompiledSchema } from './compiledSchema';
import { compileOpenApi } from './compileOpenApi';

/**
 * The types that CustomResourceDefinitions among the compared objects define:
 * a custom resource is read by its own schema even without a cluster.
 */
export function compileDefinitions(
  objects: ReadonlyArray<JsonMap>,
): CompiledSchema {
  const definitions = objects.filter(
    object => object.kind === 'CustomResourceDefinition',
  );
  if (definitions.length === 0) {
    return { kinds: {}, types: {} };
  }
  const schema = compileOpenApi(definitions.map(toOpenApi));
  for (const definition of definitions) {
    for (const key of kindsOf(definition)) {
      Object.assign(schema.kinds[key] ?? {}, about(definition));
    }
  }
  return schema;
}

function about(definition: JsonMap): Partial<CompiledKind> {
  const resource = ownAt(definition, 'spec', 'names', 'plural');
  return {
    custom: true,
    ...(typeof resource === 'string' && { resource }),
    ...(ownAt(definition, 'spec', 'scope') === 'Cluster' && {
      clusterScoped: true,
    }),
  };
}

function versionsOf(definition: JsonMap): JsonValue[] {
  const versions = ownAt(definition, 'spec', 'versions');
  return isList(versions) ? versions : [];
}

function kindsOf(definition: JsonMap): string[] {
  const group = ownAt(definition, 'spec', 'group');
  const kind = ownAt(definition, 'spec', 'names', 'kind');
  return versionsOf(definition).map(
    version => `${group}/${own(version, 'name')}/${kind}`,
  );
}

/** The form in which an API server publishes the same schema. */
function toOpenApi(definition: JsonMap): JsonMap {
  const group = ownAt(definition, 'spec', 'group') ?? '';
  const kind = ownAt(definition, 'spec', 'names', 'kind') ?? '';
  const schemas: JsonMap = {};
  for (const version of versionsOf(definition)) {
    const schema = ownAt(version, 'schema', 'openAPIV3Schema');
    const properties = own(schema, 'properties');
    const name = own(version, 'name');
    if (isMap(schema) && typeof name === 'string') {
      schemas[`${group}.${name}.${kind}`] = {
        ...schema,
        properties: {
          ...(isMap(properties) && properties),
          metadata: { type: 'object' },
        },
        'x-kubernetes-group-version-kind': [{ group, version: name, kind }],
      };
    }
  }
  return { components: { schemas } };
}
