export { EntityDriftState } from './EntityDriftState';
