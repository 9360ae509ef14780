export { DatabaseStatisticsStore } from './DatabaseStatisticsStore';
export { createStatisticsRoutes } from './routes';
export { StatisticsAnswers } from './StatisticsAnswers';
export type { StatisticsStore } from './StatisticsStore';
