import {
  arrayAt,
  isObject,
  objectAt,
  stringAt,
  valueAt,
} from '../../event/json';
import { isWholeObject, type Fact, type FactInput } from './Fact';
import { imagesOf } from './podSpec';

const changesImage: Fact = input => {
  const images = [...imagesOf(input.change)];
  if (images.length === 0) {
    return false;
  }
  if (!input.previous) {
    // A whole object carries the image along; only a patch says "this changes".
    return isWholeObject(input)
      ? false
      : images.map(([name, image]) => `${name}=${image}`).join(', ');
  }
  const before = imagesOf(input.previous);
  const changed = images.filter(([name, image]) => before.get(name) !== image);
  return (
    changed.length > 0 &&
    changed
      .map(([name, image]) => `${before.get(name) ?? 'none'} → ${image}`)
      .join(', ')
  );
};

const replicasOf = (body: unknown) => {
  const replicas = valueAt(body, 'spec', 'replicas');
  return typeof replicas === 'number' ? replicas : undefined;
};

/** The scale subresource is written for nothing but replicas, so Metadata is enough. */
const mayChangeReplicas: Fact = input => {
  const wanted = replicasOf(input.change);
  if (wanted === undefined) {
    return input.change === undefined;
  }
  return wanted !== replicasOf(input.previous) && `to ${wanted}`;
};

const changesReplicas: Fact = input => {
  const wanted = replicasOf(input.change);
  const changed =
    wanted !== undefined &&
    (input.previous
      ? replicasOf(input.previous) !== wanted
      : onlyReplicas(input));
  return changed && `to ${wanted}`;
};

/** A patch of replicas and nothing else is a scale by another door. */
function onlyReplicas({ change }: FactInput): boolean {
  const spec = objectAt(change, 'spec');
  return (
    isObject(change) &&
    Object.keys(change).length === 1 &&
    Object.keys(spec ?? {}).length === 1
  );
}

const scalesToZero: Fact = ({ change }) => replicasOf(change) === 0;

const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

const restarts: Fact = ({ e, change }) => {
  const annotations = objectAt(
    change,
    'spec',
    'template',
    'metadata',
    'annotations',
  );
  if (annotations) {
    return Object.hasOwn(annotations, RESTARTED_AT);
  }
  // Pause and resume exist only for Deployments: on the others the family is enough.
  return (
    change === undefined &&
    e.fieldManager === 'kubectl-rollout' &&
    e.object?.resource !== 'deployments'
  );
};

const undoesRollout: Fact = ({ e }) => {
  if (e.fieldManager) {
    return false;
  }
  const body = e.event.requestObject;
  if (Array.isArray(body)) {
    return body.some(
      op =>
        stringAt(op, 'path') === '/spec/template' &&
        stringAt(op, 'op') === 'replace',
    );
  }
  return stringAt(body, 'spec', 'template', '$patch') === 'replace';
};

const pausesRollout: Fact = ({ change }) =>
  valueAt(change, 'spec', 'paused') === true;

const debugImage: Fact = ({ change }) => {
  const added = arrayAt(change, 'spec', 'ephemeralContainers');
  const image = stringAt(added.at(-1), 'image');
  return image ? `(${image})` : true;
};

const forceDeletes: Fact = ({ e }) =>
  valueAt(e.event.requestObject, 'gracePeriodSeconds') === 0 && 'by force';

export const workloadFacts = {
  'changes-image': changesImage,
  'may-change-replicas': mayChangeReplicas,
  'changes-replicas': changesReplicas,
  'scales-to-zero': scalesToZero,
  restarts,
  'undoes-rollout': undoesRollout,
  'pauses-rollout': pausesRollout,
  'debug-image': debugImage,
  'force-deletes': forceDeletes,
};
