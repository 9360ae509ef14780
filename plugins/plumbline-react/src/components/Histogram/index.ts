export { Histogram, type HistogramProps } from './Histogram';
export { type HistogramData } from './histogramModel';
