export { ObjectTree } from './ObjectTree';
