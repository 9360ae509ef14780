export * from './IncidentStateBadge';
export * from './LookStateBadge';
