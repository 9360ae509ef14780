export { migrate, migrationsFolder } from './migrate';
