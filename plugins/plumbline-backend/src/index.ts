/**
 * The Plumbline backend plugin: audit ingest, entity resolution, friction and drift.
 *
 * @packageDocumentation
 */
export { plumblinePlugin as default } from './plugin';
