/**
 * Portal-wide overview, coverage, feeds and unattributed objects for Backstage's frontend system. Older apps use
 * `./legacy`.
 *
 * @packageDocumentation
 */
export { plumblinePlugin as default } from './plugin';
