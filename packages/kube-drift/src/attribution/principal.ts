import type { NormalizedEvent } from '@plumbline/kube-audit';

/** The identities behind a request: the real one first, then the assumed one. */
export function principalsOf(event: NormalizedEvent): string[] {
  const real = event.user.username;
  const assumed = event.impersonatedUser?.username;
  return assumed && assumed !== real ? [real, assumed] : [real];
}

/** For a sentence: an impersonation shows both identities. */
export function describePrincipal(event: NormalizedEvent): string {
  const [real, assumed] = principalsOf(event);
  return assumed ? `${real} acting as ${assumed}` : real;
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
