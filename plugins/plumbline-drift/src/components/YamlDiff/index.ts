export { ObjectDiff } from './ObjectDiff';
