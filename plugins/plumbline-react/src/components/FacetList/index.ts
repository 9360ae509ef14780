export { FacetList, type FacetListProps } from './FacetList';
export {
  facetOptions,
  type FacetOption,
  type FacetValue,
} from './facetOptions';
