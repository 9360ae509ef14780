export * from './FieldDiff';
export * from './FieldPath';
export * from './FieldValue';
export * from './describeSides';
export * from './describeValue';
export * from './fieldName';
