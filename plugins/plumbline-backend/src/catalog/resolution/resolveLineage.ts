import { HONOURED_ANNOTATIONS } from '@plumbline/backstage-plugin-plumbline-common';
import { type IndexedObject, objectKeyText } from '../ownerIndex';
import type { ObjectResolution, ResolutionStep } from '../ObjectResolution';
import { type Delivery, deliveriesOf } from './deliveryTools';
import type { EntityDirectory, ObjectPlace } from './EntityDirectory';
import { type Lineage, type LineageObject, nameOf } from './Lineage';

/** Everything that the decision about one object depends on. */
export interface ResolutionEvidence {
  lineage: Lineage;
  directory: EntityDirectory;
  /** Entities that declare the object, then those that declare each owner. */
  declaredBy: string[][];
  /** Applications, Kustomizations and HelmReleases by key. */
  deliverers: ReadonlyMap<string, IndexedObject>;
  /** Whether the operator lets entities claim objects here by their own annotations alone. */
  mayClaim: (place: ObjectPlace) => boolean;
}

interface Finding {
  step: Exclude<ResolutionStep, 'ambiguous' | 'none'>;
  entityRefs: string[];
  reason: string;
}

const ID_LABEL = HONOURED_ANNOTATIONS.kubernetesId;

/**
 * Decides whose an object is. The first step that finds anybody decides; when it finds several, nobody is guessed. What
 * the object's side says (labels, owners) goes before what only an entity's annotations say, and the latter counts within
 * what the operator lets entities claim.
 */
export function resolveLineage(evidence: ResolutionEvidence): ObjectResolution {
  const refusals: string[] = [];
  const namespace = byNamespace(evidence, refusals);
  const finding =
    byLabel(evidence) ??
    byOwnersLabel(evidence) ??
    byManifests(evidence) ??
    bySelector(evidence, refusals) ??
    // Several entities may share a namespace; a delivery tool may still tell them apart.
    (namespace?.entityRefs.length === 1 ? namespace : undefined) ??
    byDelivery(evidence, refusals) ??
    namespace;
  return finding
    ? resolutionOf(finding, evidence.lineage)
    : unresolved(evidence.lineage, refusals);
}

function byLabel({ lineage, directory }: ResolutionEvidence) {
  const { object } = lineage;
  return labelled('label', object, object, directory, '');
}

function byOwnersLabel({ lineage, directory }: ResolutionEvidence) {
  for (const owner of lineage.owners) {
    const finding = labelled(
      'owner',
      owner,
      lineage.object,
      directory,
      `owner ${nameOf(owner)} has `,
    );
    if (finding) {
      return finding;
    }
  }
  return undefined;
}

function labelled(
  step: Finding['step'],
  bearer: LineageObject,
  place: ObjectPlace,
  directory: EntityDirectory,
  whose: string,
): Finding | undefined {
  const id = bearer.labels[ID_LABEL];
  const entityRefs =
    id === undefined ? [] : directory.withKubernetesId(id, placeOf(place));
  return found(step, entityRefs, `${whose}label ${ID_LABEL}=${id}`);
}

function byManifests({ lineage, declaredBy }: ResolutionEvidence) {
  const [own = [], ...ofOwners] = declaredBy;
  const index = ofOwners.findIndex(refs => refs.length > 0);
  return (
    found('manifest', own, 'declared in the manifests of the entity') ??
    found(
      'manifest',
      ofOwners[index] ?? [],
      `owner ${
        lineage.owners[index] ? nameOf(lineage.owners[index]) : ''
      } is declared in the manifests of the entity`,
    )
  );
}

function bySelector(
  { lineage, directory, mayClaim }: ResolutionEvidence,
  refusals: string[],
): Finding | undefined {
  const place = placeOf(lineage.object);
  for (const one of [lineage.object, ...lineage.owners]) {
    const matches = directory.selecting(one.labels, place);
    if (matches.length > 0 && !mayClaim(place)) {
      refusals.push(`a label selector fits, but ${notAllowed(place)}`);
      return undefined;
    }
    const whose = one === lineage.object ? 'its' : `owner ${nameOf(one)}'s`;
    const finding = found(
      'selector',
      matches.map(({ entityRef }) => entityRef),
      `${whose} labels match the selector ${matches[0]?.selector}`,
    );
    if (finding) {
      return finding;
    }
  }
  return undefined;
}

function byNamespace(
  { lineage, directory, mayClaim }: ResolutionEvidence,
  refusals: string[],
): Finding | undefined {
  const place = placeOf(lineage.object);
  const { namespace } = place;
  const entityRefs =
    namespace === undefined ? [] : directory.withNamespace(namespace, place);
  if (entityRefs.length > 0 && !mayClaim(place)) {
    refusals.push(`the namespace is claimed, but ${notAllowed(place)}`);
    return undefined;
  }
  const annotation = `${HONOURED_ANNOTATIONS.kubernetesNamespace}=${namespace}`;
  return found(
    'namespace',
    entityRefs,
    entityRefs.length === 1
      ? `the only entity with ${annotation}`
      : `annotation ${annotation}`,
  );
}

function byDelivery(
  evidence: ResolutionEvidence,
  refusals: string[],
): Finding | undefined {
  for (const delivery of deliveriesOf(evidence.lineage)) {
    const finding = byOneDelivery(delivery, evidence, refusals);
    if (finding) {
      return finding;
    }
  }
  return undefined;
}

function byOneDelivery(
  delivery: Delivery,
  { lineage, directory, deliverers, mayClaim }: ResolutionEvidence,
  refusals: string[],
): Finding | undefined {
  const place = placeOf(lineage.object);
  const { key, kind, tool } = delivery;
  const deliverer = deliverers.get(objectKeyText(key));
  if (delivery.mustExist && !deliverer) {
    return undefined;
  }
  const words = `delivered by ${
    tool === 'argocd' ? 'Argo CD' : 'Flux'
  } ${kind} ${key.name}`;
  const id = deliverer?.labels[ID_LABEL];
  const labelledRefs =
    id === undefined ? [] : directory.withKubernetesId(id, place);
  const byItsLabel = found(
    tool,
    labelledRefs,
    `${words}, which has label ${ID_LABEL}=${id}`,
  );
  if (byItsLabel || tool === 'flux') {
    return byItsLabel;
  }
  const claiming = directory.withArgoApp(key.name, place);
  if (claiming.length > 0 && !mayClaim(place)) {
    refusals.push(
      `Argo CD application ${key.name} is claimed, but ${notAllowed(place)}`,
    );
    return undefined;
  }
  return found(
    tool,
    claiming,
    `${words}, annotation ${HONOURED_ANNOTATIONS.argocdAppName}`,
  );
}

function found(
  step: Finding['step'],
  entityRefs: string[],
  reason: string,
): Finding | undefined {
  const distinct = [...new Set(entityRefs)].sort();
  return distinct.length > 0
    ? { step, entityRefs: distinct, reason }
    : undefined;
}

function resolutionOf(finding: Finding, lineage: Lineage): ObjectResolution {
  const guess = lineage.guess
    ? ` (${nameOf(lineage.guess.owner)} by the generated name ${
        lineage.guess.name
      })`
    : '';
  const [entityRef, ...others] = finding.entityRefs;
  return others.length === 0
    ? {
        entityRef,
        candidates: [],
        step: finding.step,
        reason: finding.reason + guess,
      }
    : {
        candidates: finding.entityRefs,
        step: 'ambiguous',
        reason: `several entities fit equally: ${finding.reason}${guess}`,
      };
}

function unresolved(lineage: Lineage, refusals: string[]): ObjectResolution {
  const why = lineage.known
    ? 'neither it nor its owners have a label, manifests, a selector, a namespace or a delivery tool that leads to an entity'
    : 'it has not been seen in the cluster, and nothing else leads to an entity';
  return {
    candidates: [],
    step: 'none',
    reason: [...refusals, why][0],
  };
}

function notAllowed({ cluster, namespace }: ObjectPlace): string {
  return `the operator does not let entities claim ${
    namespace === undefined
      ? 'cluster-scoped objects'
      : `namespace ${namespace}`
  } on ${cluster} (plumbline.clusters, claimable.namespaces)`;
}

function placeOf({ cluster, namespace }: ObjectPlace): ObjectPlace {
  return { cluster, namespace };
}
