import { Path } from '../path/segment';
import { JsonMap, own, ownAt, sameJson } from '../values/json';

/** Kinds whose labels and selector come from their template by default. */
const LABELLED_BY_TEMPLATE = new Set(['Job', 'ReplicationController']);

/**
 * Whether the API server copied a field from the Pod template: the labels of
 * an object that declares none, the selector of a ReplicationController.
 */
export function isCopiedFromTemplate(
  desired: JsonMap,
  live: JsonMap,
  path: Path,
): boolean {
  if (!LABELLED_BY_TEMPLATE.has(String(live.kind))) {
    return false;
  }
  const [first, second, label] = path.map(segment =>
    'field' in segment ? segment.field : '',
  );
  const labels = ownAt(live, 'spec', 'template', 'metadata', 'labels');
  if (first === 'spec' && second === 'selector' && label === undefined) {
    return (
      ownAt(desired, 'spec', 'selector') === undefined &&
      sameJson(ownAt(live, 'spec', 'selector'), labels)
    );
  }
  return (
    first === 'metadata' &&
    second === 'labels' &&
    label !== undefined &&
    ownAt(desired, 'metadata', 'labels') === undefined &&
    own(ownAt(live, 'metadata', 'labels'), label) === own(labels, label)
  );
}
