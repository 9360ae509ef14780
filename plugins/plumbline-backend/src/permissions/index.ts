export type { ReaderView, ReaderViews } from './ReaderView';
