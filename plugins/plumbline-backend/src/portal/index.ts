export { Coverage } from './entityCoverage';
export { Feeds } from './feeds';
export { createPortalRoutes } from './routes';
export { OverviewAnswers } from './overview';
