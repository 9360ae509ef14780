import type { NormalizedEvent } from '@plumbline/kube-audit';
import { formatPath } from '../path/format';
import { Path } from '../path/segment';
import { managerOf } from './ownerMatch';

/**
 * The fields that kubectl's single-purpose commands can write at all, by the
 * manager name that they give themselves.
 */
const REACH = new Map<string, RegExp>([
  ['kubectl-annotate', /^metadata\.annotations(?:\W|$)/],
  ['kubectl-label', /^metadata\.labels(?:\W|$)/],
  ['kubectl-last-applied', /^metadata\.annotations(?:\W|$)/],
  [
    'kubectl-rollout',
    /^spec\.(?:paused$|template\.metadata(?:$|\.annotations(?:\W|$)))/,
  ],
  [
    'kubectl-set',
    /^(?:subjects|spec\.selector|spec\.(?:\w+\.)*(?:containers|initContainers|serviceAccount|serviceAccountName))(?:\W|$)/,
  ],
  ['kubectl-taint', /^spec\.taints(?:\W|$)/],
]);

/**
 * Whether the tool that a request says it is can have written a field. Clients
 * choose that name, so a `false` may spare somebody from being named, and is
 * no evidence against others.
 */
export function canReach(event: NormalizedEvent, path: Path): boolean {
  const reach = REACH.get(managerOf(event) ?? '');
  return reach === undefined || reach.test(formatPath(path));
}
