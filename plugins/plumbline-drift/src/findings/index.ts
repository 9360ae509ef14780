export * from './firstRows';
export * from './driftHeadline';
export * from './filterFindings';
export * from './groupFindings';
export * from './sortFindings';
