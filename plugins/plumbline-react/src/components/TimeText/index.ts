export * from './TimeText';
export * from './formatTime';
