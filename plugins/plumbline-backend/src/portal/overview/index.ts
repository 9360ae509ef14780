export { OverviewAnswers } from './OverviewAnswers';
