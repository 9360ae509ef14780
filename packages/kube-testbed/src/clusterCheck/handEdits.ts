/**
 * A hand edit, and the incident that must come of it.
 *
 * @internal
 */
export interface HandEdit {
  name: string;
  user: string;
  /** As typed. */
  command: string;
  edit?: { from: string; to: string };
  /** Where the incident shows. */
  component: string;
  object: { kind: string; name: string };
  /** What the incident's command must contain. */
  commandContains: string[];
}

/** Each touches an object of its own, and a field that Git declares, so that applying again undoes it. */
export const HAND_EDITS: readonly HandEdit[] = [
  {
    name: 'kubectl scale',
    user: 'jane',
    command: 'kubectl scale -n payments deployment/payments-api --replicas=5',
    component: 'payments-api',
    object: { kind: 'Deployment', name: 'payments-api' },
    commandContains: ['kubectl scale', 'payments-api', '--replicas=5'],
  },
  {
    name: 'kubectl set image',
    user: 'omar',
    command:
      'kubectl set image -n storefront deployment/cart cart=registry.example.com/shop/cart:3.6.3-hotfix',
    component: 'cart',
    object: { kind: 'Deployment', name: 'cart' },
    commandContains: [
      'kubectl set image',
      'cart=registry.example.com/shop/cart:3.6.3-hotfix',
    ],
  },
  {
    name: 'kubectl edit',
    user: 'jane',
    command: 'kubectl edit -n payments configmap/payments-api',
    edit: {
      from: 'PAYMENT_TIMEOUT_MS: "3000"',
      to: 'PAYMENT_TIMEOUT_MS: "8000"',
    },
    component: 'payments-api',
    object: { kind: 'ConfigMap', name: 'payments-api' },
    commandContains: ['kubectl edit', 'payments-api'],
  },
  {
    name: 'kubectl patch',
    user: 'omar',
    command: `kubectl patch -n payments statefulset/ledger -p '{"spec":{"template":{"spec":{"containers":[{"name":"ledger","resources":{"limits":{"memory":"2Gi"}}}]}}}}'`,
    component: 'ledger',
    object: { kind: 'StatefulSet', name: 'ledger' },
    commandContains: ['kubectl patch', 'ledger'],
  },
  {
    name: 'kubectl label',
    user: 'jane',
    command:
      'kubectl label -n storefront service/checkout-web app=shop --overwrite',
    component: 'checkout-web',
    object: { kind: 'Service', name: 'checkout-web' },
    commandContains: ['kubectl label', 'checkout-web', 'app=shop'],
  },
  {
    name: 'kubectl delete',
    user: 'omar',
    command: 'kubectl delete -n payments pdb/ledger',
    component: 'ledger',
    object: { kind: 'PodDisruptionBudget', name: 'ledger' },
    commandContains: ['kubectl delete', 'ledger'],
  },
];

/** What CI applies, folder and namespace. */
export const APPLIED: readonly { folder: string; namespace?: string }[] = [
  { folder: 'deploy/prod/platform' },
  { folder: 'deploy/prod/payments-api', namespace: 'payments' },
  { folder: 'deploy/prod/ledger', namespace: 'payments' },
  { folder: 'deploy/prod/checkout-web', namespace: 'storefront' },
  { folder: 'deploy/prod/cart', namespace: 'storefront' },
];

/** Components that must be in sync after that. */
export const COMPONENTS = ['payments-api', 'ledger', 'checkout-web', 'cart'];
