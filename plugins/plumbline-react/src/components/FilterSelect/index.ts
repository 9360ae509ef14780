export {
  FilterMultiSelect,
  FilterSelect,
  type FilterOption,
} from './FilterSelect';
