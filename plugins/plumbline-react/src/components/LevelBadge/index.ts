export * from './LevelBadge';
export * from './LevelLegend';
