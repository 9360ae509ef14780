export * from './DirectionBadge';
