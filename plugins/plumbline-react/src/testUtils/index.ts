/**
 * Typed fixtures for tests and dev pages of the Plumbline frontend plugins.
 *
 * @packageDocumentation
 */
export * from './auditFixtures';
export * from './driftFixtures';
export { FINDING_FIXTURES, findingFixture } from './findingFixtures';
export * from './frictionFixtures';
export { hotFixDetailFixture, hotFixIncidentFixture } from './hotFixFixtures';
export * from './incidentFixtures';
export * from './portalFixtures';
export * from './statisticsFixtures';
export * from './targetFixtures';
export * from './timelineFixtures';
export * from './waysOutFixtures';
