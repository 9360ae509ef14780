import type { Recogniser } from '../Session';
import { certificate, review, token } from './access';
import { labelOrAnnotate, patch, scale } from './changes';
import { copyFromPod, copyToPod } from './copy';
import { autoscale, create, expose, run } from './create';
import { debugCopy, debugNode, debugPod } from './debug';
import { describeList, describeObject, describePrefix } from './describe';
import {
  clusterInfo,
  clusterInfoDump,
  hideDiscovery,
  rawPaths,
} from './discovery';
import {
  apply,
  applyPrune,
  applyServerSide,
  authReconcile,
  edit,
  migration,
  rawWrite,
  replace,
  setLastApplied,
} from './manifests';
import { cordon, drain, looseEviction, taint } from './nodes';
import { eventsFor, eventsWatch } from './events';
import {
  getAll,
  getList,
  getObject,
  getSubresource,
  top,
  watchOnly,
} from './read';
import { remove, removeCollection } from './remove';
import { history, rollout, undo, waiting } from './rollout';
import { set } from './set';
import { apiProxy, attach, exec, logs, portForward } from './streams';

/**
 * How a session is read, one pass each: first what consists of many requests
 * or is certain by its field manager, last the reads that nothing else took.
 */
export const RECOGNISERS: readonly (readonly Recogniser[])[] = [
  [hideDiscovery],
  [replaceForced],
  [drain, clusterInfoDump, applyPrune],
  [run, debugPod, debugNode],
  [applyServerSide, migration, apply, edit, replace, create, expose, autoscale],
  [patch, labelOrAnnotate, set, taint, rollout, scale],
  [undo, cordon, looseEviction, authReconcile, certificate, token, review],
  [setLastApplied, debugCopy],
  [remove, removeCollection],
  [copyFromPod, copyToPod],
  [exec, attach, portForward, logs, apiProxy],
  [history],
  [describeObject, describePrefix],
  [describeList],
  [waiting],
  [eventsFor, eventsWatch, clusterInfo, top, getAll],
  [getList, getSubresource],
  [getObject],
  [watchOnly, rawPaths, rawWrite],
];

/** Only the create of `replace --force` says that the delete before was part of it. */
function replaceForced(...[session, r]: Parameters<Recogniser>): void {
  if (r.verb === 'create') {
    replace(session, r);
  }
}
