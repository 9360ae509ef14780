/**
 * Doubles, readers and tools for testing Plumbline against Kubernetes as it is.
 *
 * @packageDocumentation
 */
export * from './audit';
export * from './cluster';
export * from './corpora';
export * from './git';
export * from './kubernetes';
export * from './tls';
