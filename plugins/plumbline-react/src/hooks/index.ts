export type { QueryPatch } from './patchSearch';
export * from './useCopy';
export * from './usePlumblineRefresh';
export * from './useQueryState';
