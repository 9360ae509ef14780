/**
 * Typed fixtures for tests and dev pages of the Plumbline frontend plugins.
 *
 * @packageDocumentation
 */
export * from './auditFixtures';
export * from './driftFixtures';
export * from './frictionFixtures';
export * from './portalFixtures';
