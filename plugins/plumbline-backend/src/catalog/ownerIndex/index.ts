export { DatabaseOwnerIndexStore } from './DatabaseOwnerIndexStore';
export {
  type IndexedObject,
  type ObjectKey,
  objectKeyText,
  trackedAnnotations,
} from './IndexedObject';
export { OwnerIndexRefresher } from './OwnerIndexRefresher';
export type { KindKey, OwnerIndexStore } from './OwnerIndexStore';
