export { WaysOutCards } from './WaysOutCards';
