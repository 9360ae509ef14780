export { ArgoDelivery } from './ArgoDelivery';
export { CI_MANAGER, CiDelivery } from './CiDelivery';
export type { Delivery } from './Delivery';
export { namesOf } from './namesOf';
