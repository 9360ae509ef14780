/**
 * The contract of the Plumbline suite: API types and client, permissions, annotations and the score formula.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api';
export * from './friction';
export * from './permissions';
