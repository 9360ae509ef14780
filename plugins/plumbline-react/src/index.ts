/**
 * API reference, hooks and shared components of the Plumbline frontend plugins.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './components/CopyButton';
export * from './components/DriverBars';
export * from './components/EventSentence';
export * from './components/FacetList';
export * from './components/Heatmap';
export * from './components/Histogram';
export * from './components/LiveTail';
export * from './components/ScoreRing';
export * from './components/Sparkline';
export * from './components/States';
export * from './components/TrendChart';
export * from './hooks';
export * from './theme';
