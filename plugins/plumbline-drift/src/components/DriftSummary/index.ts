export { DriftSummary } from './DriftSummary';
