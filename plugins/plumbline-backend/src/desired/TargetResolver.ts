import {
  HONOURED_ANNOTATIONS,
  MANIFESTS_ANNOTATION,
  parseManifestsAnnotation,
  type ManifestsDeclaration,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { ClusterRegistry } from '@plumbline/backstage-plugin-plumbline-node';
import { isClaimable, notClaimable, type PlumblineEntity } from '../catalog';
import type { ControllerTargets } from './controllers/ControllerTargets';
import { driftTargetId, type DriftTarget } from './DriftTarget';
import type { EntityTargets } from './EntityTargets';
import { placeOfManifests, type ManifestsPlace } from './sourceLocation';

const DEFAULT_NAMESPACE = 'default';

/** Reads from an entity's annotations, or from the objects of GitOps controllers, where it should run and where that is written down. */
export class TargetResolver {
  readonly #clusters: ClusterRegistry;
  readonly #controllers: Pick<ControllerTargets, 'of'>;

  constructor(options: {
    clusters: ClusterRegistry;
    /** Who knows the targets of an entity that names no manifests itself. */
    controllers: Pick<ControllerTargets, 'of'>;
  }) {
    this.#clusters = options.clusters;
    this.#controllers = options.controllers;
  }

  async resolve(owner: PlumblineEntity): Promise<EntityTargets> {
    const { entityRef, entity } = owner;
    const annotations = entity.metadata.annotations ?? {};
    const text = annotations[MANIFESTS_ANNOTATION];
    if (text === undefined) {
      return (
        (await this.#controllers.of(owner)) ??
        notSetUp(
          MANIFESTS_ANNOTATION,
          `The entity does not say where its manifests are: it has no annotation ${MANIFESTS_ANNOTATION} or ${HONOURED_ANNOTATIONS.argocdAppName}, and Flux delivers none of its objects`,
        )
      );
    }
    const sourceLocation = annotations[HONOURED_ANNOTATIONS.sourceLocation];
    try {
      const targets: DriftTarget[] = [];
      for (const declaration of parseManifestsAnnotation(text)) {
        const place = placeOfManifests(sourceLocation, declaration.path);
        if (!place) {
          return notSetUp(
            HONOURED_ANNOTATIONS.sourceLocation,
            `${declaration.path} is relative, but the entity has no annotation ${HONOURED_ANNOTATIONS.sourceLocation}`,
          );
        }
        targets.push(
          await this.#toTarget(entityRef, annotations, declaration, place),
        );
      }
      return { kind: 'targets', targets };
    } catch (error) {
      if (error instanceof Error && error.name === 'InputError') {
        return notSetUp(MANIFESTS_ANNOTATION, error.message);
      }
      throw error;
    }
  }

  async #toTarget(
    entityRef: string,
    annotations: Record<string, string>,
    declaration: ManifestsDeclaration,
    place: ManifestsPlace,
  ): Promise<DriftTarget> {
    const declaredNamespace =
      declaration.namespace ??
      annotations[HONOURED_ANNOTATIONS.kubernetesNamespace];
    const { cluster, problem } = await this.#cluster(
      declaration.cluster ??
        annotations[HONOURED_ANNOTATIONS.kubernetesCluster],
      declaredNamespace,
    );
    const identity = {
      entityRef,
      cluster,
      namespace: declaredNamespace ?? DEFAULT_NAMESPACE,
      ...place,
    };
    return {
      id: driftTargetId(identity),
      ...identity,
      renderer: declaration.renderer,
      problem,
    };
  }

  async #cluster(
    declared: string | undefined,
    namespace: string | undefined,
  ): Promise<{ cluster: string; problem: string | undefined }> {
    if (declared === undefined) {
      const known = await this.#clusters.list();
      return known.length === 1
        ? this.#cluster(known[0].name, namespace)
        : {
            cluster: '',
            problem:
              known.length === 0
                ? 'No cluster is configured; the operator adds one under plumbline.clusters'
                : `Which cluster? ${known.length} are configured; name one in ${MANIFESTS_ANNOTATION} or in ${HONOURED_ANNOTATIONS.kubernetesCluster}`,
          };
    }
    const cluster = await this.#clusters.get(declared);
    if (!cluster) {
      return {
        cluster: declared,
        problem: `No cluster of the name ${declared} is configured; check the annotation or plumbline.clusters`,
      };
    }
    const isAllowed =
      namespace === undefined ||
      isClaimable(cluster.claimableNamespaces, namespace);
    return {
      cluster: cluster.name,
      problem: isAllowed ? undefined : notClaimable(cluster.name, namespace),
    };
  }
}

function notSetUp(missingAnnotation: string, reason: string): EntityTargets {
  return { kind: 'not-set-up', missingAnnotation, reason };
}
