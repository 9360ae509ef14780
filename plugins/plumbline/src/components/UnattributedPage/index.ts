export { UnattributedPage } from './UnattributedPage';
