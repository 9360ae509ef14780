/**
 * API reference, hooks and shared components of the Plumbline frontend plugins.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './components/CopyButton';
export * from './components/States';
export * from './hooks';
export * from './theme';
