export { TrendChart, type TrendChartProps } from './TrendChart';
export {
  formatDay,
  trendRows,
  trendSummary,
  type TrendRow,
  type TrendSeries,
} from './trendSeries';
