export { OwnerIndexEntityResolver } from './OwnerIndexEntityResolver';
