export { Sparkline, type SparklineProps } from './Sparkline';
export { sparklinePath, type SparklinePath } from './sparklinePath';
