import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import type { ObjectIdentity } from '../../catalog';
import type { ObjectRow } from './rows';

type Declaration = Pick<
  ObjectRow,
  'target_id' | 'cluster' | 'api_group' | 'resource' | 'namespace' | 'name'
> & { entity_ref: string };

/**
 * Targets that declare one of the objects. An object without a name stands for all of its kind in the namespace, or in
 * the cluster without one, as a collection delete does.
 */
export async function targetsWatching(
  knex: Knex,
  objects: ObjectIdentity[],
): Promise<string[]> {
  const declarations = await findDeclarations(knex, objects);
  const watching = declarations.filter(declaration =>
    objects.some(object => isMeant(object, declaration)),
  );
  return [...new Set(watching.map(({ target_id }) => target_id))];
}

/** One list of entity refs per object, in order. */
export async function entitiesDeclaring(
  knex: Knex,
  objects: ObjectIdentity[],
): Promise<string[][]> {
  const named = objects.filter(({ name }) => name !== undefined);
  const refs = new Map<string, Set<string>>();
  for (const declaration of await findDeclarations(knex, named)) {
    const key = keyOf(
      declaration.cluster,
      declaration.api_group,
      declaration.resource,
      declaration.namespace,
      declaration.name,
    );
    refs.set(
      key,
      (refs.get(key) ?? new Set<string>()).add(declaration.entity_ref),
    );
  }
  return objects.map(object => {
    const key = keyOf(
      object.cluster,
      object.apiGroup,
      object.resource,
      object.namespace ?? '',
      object.name ?? '',
    );
    return [...(refs.get(key) ?? [])].sort();
  });
}

/** Declarations that may fit: the index narrows by cluster, kind and name, the caller compares the rest. */
async function findDeclarations(
  knex: Knex,
  objects: ObjectIdentity[],
): Promise<Declaration[]> {
  const found: Declaration[] = [];
  for (const group of byClusterAndResource(objects)) {
    const { cluster, resource } = group[0];
    const names = new Set(group.map(({ name }) => name));
    for (const chunk of inChunks([...names], 100)) {
      const query = knex<ObjectRow>('drift_objects as object')
        .join('drift_targets as target', 'target.id', 'object.target_id')
        .where({ 'object.cluster': cluster, 'object.resource': resource });
      if (!chunk.includes(undefined)) {
        query.whereIn(
          'object.name',
          chunk.flatMap(name => name ?? []),
        );
      }
      found.push(
        ...(await query.select<Declaration[]>(
          'object.target_id',
          'object.cluster',
          'object.api_group',
          'object.resource',
          'object.namespace',
          'object.name',
          'target.entity_ref',
        )),
      );
    }
  }
  return found;
}

function byClusterAndResource(objects: ObjectIdentity[]): ObjectIdentity[][] {
  const groups = new Map<string, ObjectIdentity[]>();
  for (const object of objects) {
    const key = keyOf(object.cluster, object.resource);
    groups.set(key, [...(groups.get(key) ?? []), object]);
  }
  return [...groups.values()];
}

function isMeant(object: ObjectIdentity, declaration: Declaration): boolean {
  return (
    object.cluster === declaration.cluster &&
    object.apiGroup === declaration.api_group &&
    object.resource === declaration.resource &&
    (object.name === undefined
      ? object.namespace === undefined ||
        object.namespace === declaration.namespace
      : object.name === declaration.name &&
        (object.namespace ?? '') === declaration.namespace)
  );
}

function keyOf(...parts: string[]): string {
  return JSON.stringify(parts);
}
