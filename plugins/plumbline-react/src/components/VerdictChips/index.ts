export * from './VerdictChips';
