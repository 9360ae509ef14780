import { HONOURED_ANNOTATIONS } from '@plumbline/backstage-plugin-plumbline-common';
import {
  type LabelRequirement,
  LabelSelectorSyntaxError,
  matchesLabels,
  parseLabelSelector,
} from '../../clusters/labelSelector';
import type { PlumblineEntity } from '../PlumblineEntity';

/** Where an entity says that it runs. */
export interface EntityScope {
  entityRef: string;
  /** Absent means everywhere. */
  cluster?: string;
  namespace?: string;
}

/** Where an object lies. */
export interface ObjectPlace {
  cluster: string;
  namespace?: string;
}

interface SelectingEntity extends EntityScope {
  selector: string;
  requirements: LabelRequirement[];
}

/** What entities say of the objects that are theirs, ordered for look-ups. */
export class EntityDirectory {
  readonly #byKubernetesId = new Map<string, EntityScope[]>();
  readonly #byName = new Map<string, EntityScope[]>();
  readonly #byArgoApp = new Map<string, EntityScope[]>();
  readonly #byNamespace = new Map<string, EntityScope[]>();
  readonly #selecting: SelectingEntity[] = [];
  /** Entities whose label selector cannot be read, with the reason. */
  readonly unreadable: { entityRef: string; reason: string }[] = [];

  constructor(entities: readonly PlumblineEntity[]) {
    for (const entity of entities) {
      this.#add(entity);
    }
  }

  /** Entities with the annotation, else components of that name without one. */
  withKubernetesId(id: string, place: ObjectPlace): string[] {
    const annotated = refsAt(this.#byKubernetesId.get(id), place);
    return annotated.length > 0
      ? annotated
      : refsAt(this.#byName.get(id), place);
  }

  withArgoApp(app: string, place: ObjectPlace): string[] {
    return refsAt(this.#byArgoApp.get(app), place);
  }

  /** Entities that name this namespace as theirs. */
  withNamespace(namespace: string, place: ObjectPlace): string[] {
    return refsAt(this.#byNamespace.get(namespace), place);
  }

  /** Entities whose selector the labels satisfy. */
  selecting(
    labels: Record<string, string>,
    place: ObjectPlace,
  ): { entityRef: string; selector: string }[] {
    return this.#selecting.filter(
      entity =>
        isIn(entity, place) && matchesLabels(entity.requirements, labels),
    );
  }

  #add({ entityRef, entity }: PlumblineEntity): void {
    const annotations = entity.metadata.annotations ?? {};
    const scope = {
      entityRef,
      cluster: annotations[HONOURED_ANNOTATIONS.kubernetesCluster],
      namespace: annotations[HONOURED_ANNOTATIONS.kubernetesNamespace],
    };
    const id = annotations[HONOURED_ANNOTATIONS.kubernetesId];
    if (id !== undefined) {
      append(this.#byKubernetesId, id, scope);
    } else if (entity.kind.toLocaleLowerCase('en-US') === 'component') {
      append(this.#byName, entity.metadata.name, scope);
    }
    const app = annotations[HONOURED_ANNOTATIONS.argocdAppName];
    if (app !== undefined) {
      append(this.#byArgoApp, app, scope);
    }
    if (scope.namespace !== undefined) {
      append(this.#byNamespace, scope.namespace, scope);
    }
    this.#addSelector(
      scope,
      annotations[HONOURED_ANNOTATIONS.kubernetesLabelSelector],
    );
  }

  #addSelector(scope: EntityScope, selector: string | undefined): void {
    // An empty selector would claim everything.
    if (selector === undefined || selector.trim() === '') {
      return;
    }
    try {
      const requirements = parseLabelSelector(selector);
      this.#selecting.push({ ...scope, selector, requirements });
    } catch (error) {
      if (!(error instanceof LabelSelectorSyntaxError)) {
        throw error;
      }
      this.unreadable.push({
        entityRef: scope.entityRef,
        reason: error.message,
      });
    }
  }
}

function refsAt(
  entities: EntityScope[] | undefined,
  place: ObjectPlace,
): string[] {
  return (entities ?? [])
    .filter(entity => isIn(entity, place))
    .map(({ entityRef }) => entityRef);
}

function isIn(scope: EntityScope, place: ObjectPlace): boolean {
  return (
    (scope.cluster === undefined || scope.cluster === place.cluster) &&
    // A namespace narrows down namespaced objects; what lies in none is not outside of it.
    (scope.namespace === undefined ||
      place.namespace === undefined ||
      scope.namespace === place.namespace)
  );
}

function append(
  map: Map<string, EntityScope[]>,
  key: string,
  scope: EntityScope,
): void {
  map.set(key, [...(map.get(key) ?? []), scope]);
}
