export { CatalogReaderViews } from './CatalogReaderViews';
export { InstallKeyStore } from './InstallKeyStore';
export type { ReaderView, ReaderViews } from './ReaderView';
