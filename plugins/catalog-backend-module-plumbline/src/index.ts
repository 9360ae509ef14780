/**
 * Checks Plumbline's annotations in the catalog.
 *
 * @packageDocumentation
 */
export { ManifestsAnnotationProcessor } from './ManifestsAnnotationProcessor';
export { catalogModulePlumbline as default } from './module';
