export { Coverage } from './Coverage';
export type {
  CoverageTarget,
  CoverageTargets,
} from '../../drift/CoverageTargets';
