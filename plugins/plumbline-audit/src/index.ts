/**
 * Activity tab and audit page for Backstage's frontend system. Older apps use `./legacy`.
 *
 * @packageDocumentation
 */
export { plumblineAuditPlugin as default } from './plugin';
