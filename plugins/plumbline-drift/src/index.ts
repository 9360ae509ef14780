/**
 * Drift tab, drift card and incidents page of Plumbline.
 *
 * @packageDocumentation
 */
export { plumblineDriftPlugin as default } from './plugin';
