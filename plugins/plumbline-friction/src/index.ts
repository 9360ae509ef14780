/**
 * Friction card, tab and page for Backstage's frontend system. Older apps use `./legacy`.
 *
 * @packageDocumentation
 */
export { plumblineFrictionPlugin as default } from './plugin';
