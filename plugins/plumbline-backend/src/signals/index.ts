export { PageSignals } from './PageSignals';
