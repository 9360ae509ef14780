import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KnownCluster } from '@plumbline/backstage-plugin-plumbline-node';
import type { Knex } from 'knex';
import { migrate } from '../../database';
import type { ObjectIdentity } from '../ObjectResolution';
import { DatabaseOwnerIndexStore, type IndexedObject } from '../ownerIndex';
import type { PlumblineEntity } from '../PlumblineEntity';
import { OwnerIndexEntityResolver } from '../resolution';

const RESOURCES: Record<string, [string, string]> = {
  Pod: ['', 'pods'],
  ConfigMap: ['', 'configmaps'],
  ReplicaSet: ['apps', 'replicasets'],
  Deployment: ['apps', 'deployments'],
  StatefulSet: ['apps', 'statefulsets'],
  Application: ['argoproj.io', 'applications'],
  Kustomization: ['kustomize.toolkit.fluxcd.io', 'kustomizations'],
  ClusterRole: ['rbac.authorization.k8s.io', 'clusterroles'],
};

/** An entity; annotation names without a slash are those of `backstage.io/kubernetes-`. */
export function entity(
  name: string,
  annotations: Record<string, string> = {},
  kind = 'Component',
): PlumblineEntity {
  return {
    entityRef: `${kind.toLocaleLowerCase('en-US')}:default/${name}`,
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name,
        annotations: Object.fromEntries(
          Object.entries(annotations).map(([key, value]) => [
            key.includes('/') ? key : `backstage.io/kubernetes-${key}`,
            value,
          ]),
        ),
      },
    },
  };
}

/** An object of namespace shop on cluster prod, as the index keeps it. */
export function indexed(
  kind: string,
  name: string,
  rest: Partial<IndexedObject> = {},
): IndexedObject {
  const [apiGroup, resource] = RESOURCES[kind];
  return {
    cluster: 'prod',
    apiGroup,
    resource,
    kind,
    namespace: 'shop',
    name,
    uid: `uid-${kind}-${name}`,
    labels: {},
    annotations: {},
    owners: [],
    ...rest,
  };
}

/** The same object as a request names it. */
export const identity = (
  kind: string,
  name: string | undefined,
  rest: Partial<ObjectIdentity> = {},
): ObjectIdentity => ({
  cluster: 'prod',
  apiGroup: RESOURCES[kind][0],
  resource: RESOURCES[kind][1],
  namespace: 'shop',
  name,
  ...rest,
});

/** The owner reference to an object. */
export const ownedBy = (object: IndexedObject, uid = object.uid) => [
  {
    apiVersion: object.apiGroup ? `${object.apiGroup}/v1` : 'v1',
    kind: object.kind,
    name: object.name,
    uid,
    controller: true,
  },
];

/** The label that names an entity. */
export const labelled = (id: string) => ({ 'backstage.io/kubernetes-id': id });

/** A resolver over a fresh database; everything may be claimed unless told otherwise. */
export async function createResolver(options: {
  knex: Knex;
  logger: LoggerService;
  entities: PlumblineEntity[];
  objects?: IndexedObject[];
  claimable?: string[];
  declared?: Record<string, string[]>;
}) {
  const { knex } = options;
  await migrate(knex);
  const index = new DatabaseOwnerIndexStore(knex);
  await index.put(options.objects ?? [], Date.now());
  const cluster: KnownCluster = {
    name: 'prod',
    claimableNamespaces: options.claimable ?? ['*', '<cluster-scoped>'],
  };
  return new OwnerIndexEntityResolver({
    entities: {
      list: async () => options.entities,
      get: async () => undefined,
    },
    clusters: {
      list: async () => [cluster],
      get: async () => cluster,
    },
    index,
    declaredObjects: {
      entitiesDeclaring: async objects =>
        objects.map(({ name = '' }) => options.declared?.[name] ?? []),
    },
    logger: options.logger,
  });
}
