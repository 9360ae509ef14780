import type { IndexedObject } from './IndexedObject';

/** A row of `owner_index`. */
export interface OwnerIndexRow {
  [column: string]: string | number;
  cluster: string;
  api_group: string;
  resource: string;
  /** Empty for cluster-scoped objects: a primary key holds no NULL. */
  namespace: string;
  name: string;
  kind: string;
  uid: string;
  facts: string;
  /** PostgreSQL gives a bigint as text. */
  seen_at: number | string;
}

export function toRow(object: IndexedObject, seenAt: number): OwnerIndexRow {
  return {
    cluster: object.cluster,
    api_group: object.apiGroup,
    resource: object.resource,
    namespace: object.namespace ?? '',
    name: object.name,
    kind: object.kind,
    uid: object.uid,
    facts: factsOf(object),
    seen_at: seenAt,
  };
}

export function fromRow(row: OwnerIndexRow): IndexedObject {
  const facts: Pick<IndexedObject, 'labels' | 'annotations' | 'owners'> =
    JSON.parse(row.facts);
  return {
    cluster: row.cluster,
    apiGroup: row.api_group,
    resource: row.resource,
    ...(row.namespace !== '' && { namespace: row.namespace }),
    name: row.name,
    kind: row.kind,
    uid: row.uid,
    ...facts,
  };
}

/** The same text for the same facts, so that texts can be compared. */
export function factsOf(object: IndexedObject): string {
  return JSON.stringify({
    labels: sorted(object.labels),
    annotations: sorted(object.annotations),
    owners: object.owners.map(
      ({ apiVersion, kind, name, uid, controller }) => ({
        apiVersion,
        kind,
        name,
        uid,
        ...(controller && { controller }),
      }),
    ),
  });
}

/** Whether a text can be the name of anything: what is longer, or holds a NUL, no database column and no cluster has. */
export function isStorable(text: string, maxLength = 253): boolean {
  return text.length <= maxLength && !/\p{Cc}|\p{Cs}/u.test(text);
}

function sorted(map: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
