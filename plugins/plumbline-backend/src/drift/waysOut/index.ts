export { createWaysOutRoutes } from './routes';
export { WaysOutAnswers } from './WaysOutAnswers';
