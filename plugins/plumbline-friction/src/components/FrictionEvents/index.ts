export { FrictionEvents } from './FrictionEvents';
