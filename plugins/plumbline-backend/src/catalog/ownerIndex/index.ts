export { DatabaseOwnerIndexStore } from './DatabaseOwnerIndexStore';
export {
  type IndexedObject,
  type ObjectKey,
  objectKeyText,
} from './IndexedObject';
export { OwnerIndexLearner } from './OwnerIndexLearner';
export { OwnerIndexRefresher } from './OwnerIndexRefresher';
export type { KindKey, OwnerIndexStore } from './OwnerIndexStore';
