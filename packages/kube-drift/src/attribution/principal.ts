import type { NormalizedEvent, NormalizedUser } from '@plumbline/kube-audit';

const SERVICE_ACCOUNT = 'system:serviceaccount:';
/** Groups of the certificates that administer a cluster past its roles. */
const SHARED_GROUPS = ['system:masters', 'kubeadm:cluster-admins'];

/** The identities behind a request: the real one first, then the assumed one. */
export function principalsOf(event: NormalizedEvent): string[] {
  const real = event.user.username;
  const assumed = event.impersonatedUser?.username;
  return assumed && assumed !== real ? [real, assumed] : [real];
}

/** For a sentence: what kind of identity it is, and both of an impersonation. */
export function describePrincipal(event: NormalizedEvent): string {
  const { user, impersonatedUser } = event;
  const real = describeUser(user);
  return impersonatedUser && impersonatedUser.username !== user.username
    ? `${real} acting as ${describeUser(impersonatedUser)}`
    : real;
}

function describeUser(user: NormalizedUser): string {
  const account = serviceAccountOf(user.username);
  if (account !== undefined) {
    return `service account ${account}`;
  }
  const group = sharedGroupOf(user);
  return group === undefined
    ? user.username
    : `the credential ${user.username} (${group})`;
}

/** `namespace/name` of a service account, which is no person. */
export function serviceAccountOf(username: string): string | undefined {
  const [namespace, name, ...more] = username.startsWith(SERVICE_ACCOUNT)
    ? username.slice(SERVICE_ACCOUNT.length).split(':')
    : [];
  return name && more.length === 0 ? `${namespace}/${name}` : undefined;
}

/** The group that makes a user a break-glass credential, which whoever holds it may use. */
export function sharedGroupOf({ groups }: NormalizedUser): string | undefined {
  return SHARED_GROUPS.find(group => groups.includes(group));
}

/** The Pod whose token was used, as the API server knows it. */
export function podOf({ extra }: NormalizedUser): string | undefined {
  return extra?.['authentication.kubernetes.io/pod-name']?.[0];
}

/** Events of one person, however often; several persons apart. */
export function distinctPrincipals(
  events: readonly NormalizedEvent[],
): string[][] {
  const seen = new Map<string, string[]>();
  for (const event of events) {
    const principals = principalsOf(event);
    seen.set(principals.join('\u0000'), principals);
  }
  return [...seen.values()];
}
