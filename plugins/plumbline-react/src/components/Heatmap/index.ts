export { Heatmap, type HeatmapProps } from './Heatmap';
export { type HeatmapModelCell, type HeatStep } from './heatmapModel';
export { formatAmount } from './heatmapText';
