export * from './PlumblineTheme';
