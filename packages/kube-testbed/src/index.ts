/**
 * Doubles, readers and tools for testing Plumbline against Kubernetes as it is.
 *
 * @packageDocumentation
 */
export * from './cluster';
export * from './kubernetes';
export * from './tls';
