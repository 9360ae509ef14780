import type { AuditEvent } from '@plumbline/kube-audit';

/** Resources whose bodies are secrets or hold one: `resource` or `resource/subresource`. */
const SENSITIVE_RESOURCES = new Set([
  'secrets',
  'serviceaccounts/token',
  'tokenreviews',
  'tokenrequests',
  'selfsubjectreviews',
  'certificatesigningrequests',
  'oauthaccesstokens',
  'oauthauthorizetokens',
  'oauthclients',
  'useroauthaccesstokens',
]);

/** Kinds of such bodies, which also travel inside a List. */
const SENSITIVE_KINDS = new Set([
  'Secret',
  'SecretList',
  'TokenRequest',
  'TokenReview',
  'SelfSubjectReview',
  'CertificateSigningRequest',
  'CertificateSigningRequestList',
  'OAuthAccessToken',
  'OAuthAuthorizeToken',
  'OAuthClient',
]);

/** A wrong path leaves an event without an object reference, but the path still tells. */
const SENSITIVE_PATH =
  /\/(?:secrets|tokenreviews|tokenrequests|certificatesigningrequests)(?:[/?]|$)|\/serviceaccounts\/[^/?]+\/token(?:[/?]|$)/i;

/** Whether the bodies of a request are secrets. */
export function isSensitiveRequest(event: AuditEvent): boolean {
  const { resource, subresource } = event.objectRef ?? {};
  if (typeof resource === 'string') {
    const name = resource.toLowerCase();
    if (SENSITIVE_RESOURCES.has(name)) return true;
    if (SENSITIVE_RESOURCES.has(`${name}/${String(subresource)}`)) return true;
  }
  return (
    typeof event.requestURI === 'string' &&
    SENSITIVE_PATH.test(event.requestURI)
  );
}

/** Whether an object of this kind is a secret. */
export function isSensitiveKind(kind: unknown): boolean {
  return typeof kind === 'string' && SENSITIVE_KINDS.has(kind);
}
