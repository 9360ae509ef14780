export { Histogram, type HistogramProps } from './Histogram';
export {
  buildHistogram,
  rangeOfBars,
  roundUp,
  type HistogramBar,
  type HistogramData,
  type HistogramModel,
} from './histogramModel';
