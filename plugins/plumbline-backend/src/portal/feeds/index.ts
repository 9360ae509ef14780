export { Feeds } from './Feeds';
