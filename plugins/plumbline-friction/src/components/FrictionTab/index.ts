export { FrictionTab } from './FrictionTab';
