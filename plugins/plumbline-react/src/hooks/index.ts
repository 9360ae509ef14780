export type { QueryPatch } from './patchSearch';
export {
  useCatalogOptions,
  type CatalogOption,
  type CatalogOptions,
} from './useCatalogOptions';
export * from './useCopy';
export * from './useEntityHref';
export * from './usePlumblineRefresh';
export * from './useQueryState';
