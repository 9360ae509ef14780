export { FindingsTable } from './FindingsTable';
export { FindingsToolbar } from './FindingsToolbar';
