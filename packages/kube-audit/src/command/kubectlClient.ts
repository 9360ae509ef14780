import type { Request } from './Request';

/** `NAME/v1.31.2 (linux/amd64) kubernetes/abc1234`, of a release build and nothing behind. */
const RELEASE_BUILD =
  /^([^/\s]+)\/v1\.\d+\.\d+\S* \([^)]*\) kubernetes\/[0-9a-f]{7,}$/;

/** Programs of the same build that are no command lines. */
const COMPONENTS = /^(kube-|kubelet|cloud-|k3s|rke2|hyperkube)/;

/**
 * Whether a client is kubectl: by its name, by the field managers that only
 * kubectl sets, or, renamed, by the build it says it is of.
 */
export function isKubectl(requests: readonly Request[]): boolean {
  const agent = requests[0].e.userAgent ?? '';
  if (/^(kubectl|oc)(\.exe)?\//.test(agent)) {
    return true;
  }
  if (requests.some(r => r.e.fieldManager?.startsWith('kubectl-'))) {
    return true;
  }
  const [, name] = RELEASE_BUILD.exec(agent) ?? [];
  return name !== undefined && !COMPONENTS.test(name);
}
