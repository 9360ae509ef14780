/**
 * What modules of the Plumbline backend build on.
 *
 * @packageDocumentation
 */
export * from './clusters';
export * from './entityLocator';
export * from './extensions';
export * from './renderer';
export * from './renderOptions';
