export { FrictionHeatmap } from './FrictionHeatmap';
