export { TrendChart, type TrendChartProps } from './TrendChart';
export { formatDay, trendSummary, type TrendSeries } from './trendSeries';
