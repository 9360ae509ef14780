/**
 * API reference, hooks and shared components of the Plumbline frontend plugins.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './components/ActorName';
export * from './components/Command';
export * from './components/CopyButton';
export * from './components/DenseTable';
export * from './components/DirectionBadge';
export * from './components/Drawer';
export * from './components/DriverBars';
export * from './components/EntityLink';
export * from './components/EventDrawer';
export * from './components/EventSentence';
export * from './components/Evidence';
export * from './components/FacetList';
export * from './components/FieldDiff';
export * from './components/FilterSelect';
export * from './components/Heatmap';
export * from './components/Histogram';
export * from './components/LevelBadge';
export * from './components/LiveTail';
export * from './components/ScoreRing';
export * from './components/ScrollRegion';
export * from './components/SectionCard';
export * from './components/SeverityBadge';
export * from './components/Sparkline';
export * from './components/StateBadge';
export * from './components/States';
export * from './components/TimeText';
export * from './components/TrendChart';
export * from './components/VerdictChips';
export * from './hooks';
export * from './theme';
