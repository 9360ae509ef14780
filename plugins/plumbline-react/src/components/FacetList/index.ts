export { FacetList, type FacetListProps } from './FacetList';
export { type FacetValue } from './facetOptions';
