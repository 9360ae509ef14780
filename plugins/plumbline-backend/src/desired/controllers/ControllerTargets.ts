import { HONOURED_ANNOTATIONS } from '@plumbline/backstage-plugin-plumbline-common';
import type { ClusterRegistry } from '@plumbline/backstage-plugin-plumbline-node';
import {
  isClaimable,
  notClaimable,
  type FluxDelivery,
  type PlumblineEntity,
} from '../../catalog';
import { driftTargetId, type DriftTarget } from '../DriftTarget';
import type { EntityTargets } from '../EntityTargets';
import {
  readApplicationChoice,
  type ApplicationChoice,
} from './argo/chooseApplications';
import { controllerText, type ControllerRef } from './ControllerRef';
import type { GitOpsControllers, LocatedController } from './GitOpsControllers';
import type { Destination, LocatedSource } from './LocatedSource';
import { shownLocation } from './shownLocation';

const DEFAULT_NAMESPACE = 'default';

/** What finding the targets of controllers needs. */
export interface ControllerTargetsOptions {
  clusters: ClusterRegistry;
  controllers: Pick<GitOpsControllers, 'applications' | 'recentSources'>;
  /** What Flux delivers, by its labels on the objects of entities. */
  deliveries: { of(entityRef: string): Promise<FluxDelivery[]> };
}

/** Finds where entities should run that leave it to Argo CD or Flux to say so. */
export class ControllerTargets {
  readonly #options: ControllerTargetsOptions;

  constructor(options: ControllerTargetsOptions) {
    this.#options = options;
  }

  /** @returns undefined when no controller delivers the entity, as far as is known */
  async of(owner: PlumblineEntity): Promise<EntityTargets | undefined> {
    const annotations = owner.entity.metadata.annotations ?? {};
    const choice = readApplicationChoice(annotations);
    if (choice) {
      return this.#ofApplications(owner, choice);
    }
    const deliveries = await this.#options.deliveries.of(owner.entityRef);
    return deliveries.length === 0
      ? undefined
      : this.#ofDeliveries(owner, deliveries);
  }

  async #ofApplications(
    owner: PlumblineEntity,
    choice: ApplicationChoice,
  ): Promise<EntityTargets> {
    const wanted =
      choice.name ?? `with the labels ${choice.selector ?? ''}`.trim();
    try {
      const { controllers } = this.#options;
      const { found, problems } = await controllers.applications(choice);
      const unread = problems.length === 0 ? undefined : problems.join('. ');
      const targets = await this.#targetsOf(owner, found);
      if (targets.length > 0) {
        return { kind: 'targets', targets, unread };
      }
      return unread === undefined
        ? noApplication(wanted)
        : {
            kind: 'targets',
            targets: [
              unplaced(
                owner,
                `argocd:${wanted}`,
                `No Application ${wanted} was found where one could look, and it could not be looked everywhere. ${unread}`,
              ),
            ],
            unread,
          };
    } catch (error) {
      if (error instanceof Error && error.name === 'LabelSelectorSyntaxError') {
        return {
          kind: 'not-set-up',
          missingAnnotation: HONOURED_ANNOTATIONS.argocdAppSelector,
          reason: `${HONOURED_ANNOTATIONS.argocdAppSelector}: ${error.message}`,
        };
      }
      throw error;
    }
  }

  async #ofDeliveries(
    owner: PlumblineEntity,
    deliveries: FluxDelivery[],
  ): Promise<EntityTargets> {
    const found: LocatedController[] = [];
    const shared: DriftTarget[] = [];
    const problems: string[] = [];
    for (const { controller: ref, entities } of deliveries) {
      if (entities > 1) {
        shared.push(unplaced(owner, textOf(ref), isShared(ref, entities)));
        continue;
      }
      try {
        const sources = await this.#options.controllers.recentSources(ref);
        found.push(...(sources ? [{ ref, sources }] : []));
      } catch (error) {
        if (!isLookFailure(error)) {
          throw error;
        }
        problems.push(`${ref.cluster}: ${error.message}`);
        shared.push(unplaced(owner, textOf(ref), error.message));
      }
    }
    return {
      kind: 'targets',
      targets: [...(await this.#targetsOf(owner, found)), ...shared],
      unread: problems.length === 0 ? undefined : problems.join('. '),
    };
  }

  async #targetsOf(
    owner: PlumblineEntity,
    found: readonly LocatedController[],
  ): Promise<DriftTarget[]> {
    const targets: DriftTarget[] = [];
    for (const { ref, sources } of found) {
      for (const source of sources) {
        targets.push(await this.#toTarget(owner, ref, source));
      }
    }
    return targets;
  }

  async #toTarget(
    { entityRef, entity }: PlumblineEntity,
    ref: ControllerRef,
    source: LocatedSource,
  ): Promise<DriftTarget> {
    const { destination } = source;
    const { cluster, problem } = await this.#place(
      ref,
      destination,
      entity.metadata.annotations?.[HONOURED_ANNOTATIONS.kubernetesCluster],
    );
    const namespace = destination.namespace ?? DEFAULT_NAMESPACE;
    return {
      // The object stays the same target when it turns to another branch, tag or folder.
      id: driftTargetId({
        entityRef,
        cluster,
        namespace,
        location: textOf(ref),
        path: String(source.index),
      }),
      entityRef,
      cluster,
      namespace,
      location: shownLocation(source.repository),
      path: source.path,
      renderer: source.renderer,
      controller: { ...ref, source: source.index, ...lentTo(source) },
      problem,
    };
  }

  /** An entity may only claim what the operator allows, whoever delivers it. */
  async #place(
    ref: ControllerRef,
    { cluster: named, server, namespace }: Destination,
    annotated: string | undefined,
  ): Promise<{ cluster: string; problem: string | undefined }> {
    if (server !== undefined && annotated === undefined) {
      return {
        cluster: '',
        problem: `${controllerText(
          ref,
        )} delivers to ${server}. Which cluster is that? Name it in ${
          HONOURED_ANNOTATIONS.kubernetesCluster
        }`,
      };
    }
    const name = named ?? (server === undefined ? ref.cluster : annotated);
    const cluster = await this.#options.clusters.get(name ?? '');
    if (!cluster) {
      return {
        cluster: name ?? '',
        problem: `${controllerText(
          ref,
        )} delivers to ${name}, but no cluster of that name is configured in plumbline.clusters`,
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

/** The repositories of values files that another source lends. */
function lentTo({ inputs }: LocatedSource): { valuesFrom?: string[] } {
  const locations = inputs.flatMap(input =>
    input.kind === 'values-file' ? [shownLocation(input.repository)] : [],
  );
  return locations.length === 0 ? {} : { valuesFrom: [...new Set(locations)] };
}

function noApplication(wanted: string): EntityTargets {
  const key = HONOURED_ANNOTATIONS.argocdAppName;
  return {
    kind: 'not-set-up',
    missingAnnotation: key,
    reason: `There is no Application ${wanted} on any cluster that can be looked at; check the annotation ${key}`,
  };
}

/** Stands for targets of which it is known that they exist, but not where they are. */
function unplaced(
  { entityRef }: PlumblineEntity,
  location: string,
  problem: string,
): DriftTarget {
  const place = { entityRef, cluster: '', namespace: '', location, path: '.' };
  return {
    id: driftTargetId(place),
    ...place,
    renderer: undefined,
    problem,
  };
}

function isShared(ref: ControllerRef, entities: number): string {
  return `${controllerText(ref)} on ${
    ref.cluster
  } delivers the objects of ${entities} entities, so it does not say which manifests are of this one; name them in plumbline.io/manifests`;
}

/** Names of objects repeat from cluster to cluster. */
function textOf(ref: ControllerRef): string {
  return `${controllerText(ref)}@${ref.cluster}`;
}

function isLookFailure(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (error.name === 'ClusterAccessError' || error.name === 'DesiredStateError')
  );
}
