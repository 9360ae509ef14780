export * from './FailureState';
export * from './LoadingState';
export * from './NotSetUpState';
export * from './StateNotice';
export * from './StatePanel';
export * from './describeFailure';
