export * from './types';
export * from './PlumblineClient';
export type { components, operations, paths } from './openapi.generated';
