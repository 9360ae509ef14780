/** What is stored of drift. All times are milliseconds since the epoch. */
export type * from './TargetRecord';
export type * from './ObservedObjectRecord';
export type * from './FindingRecord';
export type * from './IncidentRecord';
