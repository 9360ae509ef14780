export type { CoverageTarget, CoverageTargets } from './CoverageTargets';
