export { FrictionPage } from './FrictionPage';
