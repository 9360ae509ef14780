export type { QueryPatch } from './patchSearch';
export * from './useCopy';
export * from './useEntityHref';
export * from './usePlumblineRefresh';
export * from './useQueryState';
