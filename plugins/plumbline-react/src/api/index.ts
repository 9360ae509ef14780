export * from './audit';
export * from './drift';
export * from './friction';
export * from './incidents';
export * from './plumblineApiRef';
export * from './portal';
export * from './usePlumblinePages';
export * from './usePlumblineQuery';
