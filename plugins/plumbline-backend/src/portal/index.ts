export {
  Coverage,
  type CoverageTarget,
  type CoverageTargets,
} from './entityCoverage';
export { Feeds } from './feeds';
export { createPortalRoutes } from './routes';
export { OverviewAnswers } from './overview';
