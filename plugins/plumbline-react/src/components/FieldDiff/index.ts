export * from './FieldDiff';
export * from './FieldPath';
export * from './FieldValue';
export * from './describeValue';
