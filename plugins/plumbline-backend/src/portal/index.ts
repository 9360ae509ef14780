export { createPortal } from './createPortal';
