export * from './SeverityBadge';
