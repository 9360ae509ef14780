import { ObjectIdentity } from '../identity/ref';
import { groupOf } from '../schema/registry';
import { shellLine } from './shell';

/** Groups whose kinds every kubectl knows by their plain name. */
const PLAIN_GROUPS = new Set(['', 'apps', 'batch', 'autoscaling', 'policy']);

/** `deployment/web`, or `certificate.cert-manager.io/web`. */
export function resourceName({
  apiVersion,
  kind,
  name,
}: ObjectIdentity): string {
  const group = groupOf(apiVersion);
  const type = kind.toLowerCase();
  return PLAIN_GROUPS.has(group)
    ? `${type}/${name}`
    : `${type}.${group}/${name}`;
}

/** `Deployment/web`, for sentences. */
export function shortName({ kind, name }: ObjectIdentity): string {
  return `${kind}/${name}`;
}

/** A kubectl line; the object's namespace and the context go last. */
export function kubectl(
  object: Pick<ObjectIdentity, 'namespace'>,
  context: string | undefined,
  ...words: string[]
): string {
  return shellLine(
    'kubectl',
    ...words,
    ...(object.namespace ? ['-n', object.namespace] : []),
    ...(context ? ['--context', context] : []),
  );
}
