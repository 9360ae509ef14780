import type { Knex } from 'knex';
import type { ObjectIdentity, ObjectResolution } from '../../catalog';
import type { LateAttribution } from '../AuditStore';
import { inChunks } from '../../database/inChunks';
import { boundText } from '../../database/boundText';

const ROWS_PER_TRANSACTION = 500;

interface ObjectRow {
  cluster: string;
  api_group: string | null;
  resource: string;
  namespace: string | null;
  name: string;
}

/** Objects whose events belong to nobody yet, those with the newest events first. */
export async function objectsWithoutEntity(
  knex: Knex,
  limit: number,
): Promise<ObjectIdentity[]> {
  const columns = ['cluster', 'api_group', 'resource', 'namespace', 'name'];
  const rows: ObjectRow[] = await knex('audit_events')
    .whereNull('entity_ref')
    .whereNotNull('resource')
    .whereNotNull('name')
    .groupBy(columns)
    .max({ newest: 'sequence' })
    .orderBy('newest', 'desc')
    .limit(limit)
    .select(columns);
  return rows.map(row => ({
    cluster: row.cluster,
    apiGroup: row.api_group ?? '',
    resource: row.resource,
    namespace: row.namespace ?? undefined,
    name: row.name,
  }));
}

/**
 * Gives the events of an object that belong to nobody yet to the entity that was found since.
 *
 * @returns how many
 */
export async function attributeLate(
  knex: Knex,
  object: ObjectIdentity,
  resolution: ObjectResolution & { entityRef: string },
  others: LateAttribution[],
): Promise<number> {
  const entityRef = boundText(resolution.entityRef, 512);
  let count = 0;
  for (;;) {
    const updated = await knex.transaction(async transaction => {
      const rows: { sequence: number; id: string; details: string }[] =
        await transaction('audit_events')
          .whereNull('entity_ref')
          .where({
            cluster: object.cluster,
            resource: object.resource,
            name: object.name,
          })
          .where(any =>
            any.where('api_group', object.apiGroup).modify(query => {
              if (object.apiGroup === '') query.orWhereNull('api_group');
            }),
          )
          .modify(query =>
            object.namespace === undefined
              ? query.whereNull('namespace')
              : query.where('namespace', object.namespace),
          )
          .limit(ROWS_PER_TRANSACTION)
          .select('sequence', 'id', 'details');
      for (const { sequence, details } of rows) {
        await transaction('audit_events')
          .where({ sequence })
          .update({
            entity_ref: entityRef,
            details: JSON.stringify({ ...JSON.parse(details), resolution }),
          });
      }
      if (rows.length > 0) {
        await transaction('audit_entities')
          .insert({ entity_ref: entityRef, cluster: object.cluster })
          .onConflict(['entity_ref', 'cluster'])
          .ignore();
      }
      for (const chunk of inChunks(rows, 100)) {
        for (const other of others) {
          await other.attributeLate(
            transaction,
            chunk.map(({ id }) => id),
            entityRef,
          );
        }
      }
      return rows.length;
    });
    count += updated;
    if (updated < ROWS_PER_TRANSACTION) {
      return count;
    }
  }
}
