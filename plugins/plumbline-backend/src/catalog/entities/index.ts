export { CatalogPlumblineEntities } from './CatalogPlumblineEntities';
