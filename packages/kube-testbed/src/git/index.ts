export { GitHostDouble } from './GitHostDouble';
