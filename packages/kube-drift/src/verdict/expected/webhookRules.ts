import { classifyManager } from '../../fields/managers';
import { own, ownAt } from '../../values/json';
import {
  ExpectedRule,
  ExpectedSubject,
  fieldName,
  writtenByHand,
} from './ExpectedRule';

/** Annotations by which an object asks for a CA bundle. */
const CA_INJECTION = [
  'cert-manager.io/inject-ca-from',
  'cert-manager.io/inject-ca-from-secret',
  'cert-manager.io/inject-apiserver-ca',
  'certmanager.k8s.io/inject-ca-from',
  'service.beta.openshift.io/inject-cabundle',
  'service.alpha.openshift.io/inject-cabundle',
];

/** Label by which OpenShift fills a ConfigMap with the trusted CAs. */
const TRUSTED_CA_LABEL = 'config.openshift.io/inject-trusted-cabundle';

/** Istio's control plane patches the webhooks that call it. */
const ISTIO_MANAGERS = new Set(['istiod', 'pilot-discovery']);

export const WEBHOOK_RULES: readonly ExpectedRule[] = [
  {
    id: 'ca-bundle',
    about:
      'A CA bundle that an injector fills in: by annotation (cert-manager, OpenShift), or by a controller that owns the field (Istio, OLM and others).',
    reason: caBundleReason,
  },
  {
    id: 'webhook-activation',
    about:
      'The failure policy of a webhook that Istio sets once it can answer calls.',
    reason: subject => {
      const [owner] = subject.owners;
      return fieldName(subject) === 'failurePolicy' &&
        owner !== undefined &&
        ISTIO_MANAGERS.has(owner.manager)
        ? `set by ${owner.manager} once the webhook can answer`
        : undefined;
    },
  },
];

function caBundleReason(subject: ExpectedSubject): string | undefined {
  const { difference, live, identity } = subject;
  const name = fieldName(subject);
  if (difference.live === undefined || writtenByHand(subject)) {
    return undefined;
  }
  if (identity.kind === 'ConfigMap' && name === 'ca-bundle.crt') {
    return ownAt(live, 'metadata', 'labels', TRUSTED_CA_LABEL) === 'true'
      ? `trusted CAs filled in by OpenShift (${TRUSTED_CA_LABEL})`
      : undefined;
  }
  if (name !== 'caBundle') {
    return undefined;
  }
  const annotations = ownAt(live, 'metadata', 'annotations');
  const injection = CA_INJECTION.find(
    annotation => own(annotations, annotation) !== undefined,
  );
  return injection
    ? `CA bundle filled in by an injector (${injection})`
    : ownedByInjector(subject);
}

/** Whoever is neither a person's tool nor Git's fills in its own certificate. */
function ownedByInjector({
  owners,
  managers,
}: ExpectedSubject): string | undefined {
  const [owner] = owners;
  return owner && classifyManager(owner.manager, managers) !== 'gitops'
    ? `CA bundle filled in by ${owner.manager}`
    : undefined;
}
