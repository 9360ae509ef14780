export { Heatmap, type HeatmapProps } from './Heatmap';
export {
  buildHeatmapModel,
  moveInGrid,
  stepOf,
  type GridKey,
  type GridPosition,
  type HeatmapColumnHeading,
  type HeatmapModel,
  type HeatmapModelCell,
  type HeatmapModelRow,
  type HeatStep,
} from './heatmapModel';
export {
  describeCell,
  formatAmount,
  stepLabel,
  type CellText,
} from './heatmapText';
