export { GeneratedObjects } from './GeneratedObjects';
export { ObjectTreeAnswers } from './ObjectTreeAnswers';
export { createObjectTreeRoutes } from './routes';
