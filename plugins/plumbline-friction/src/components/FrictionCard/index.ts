export { FrictionCard } from './FrictionCard';
