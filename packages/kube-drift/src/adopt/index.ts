export { adoptPatch } from './adoptPatch';
export { liveAsDeclared } from './liveAsDeclared';
export type {
  AdoptChange,
  AdoptedSource,
  AdoptOptions,
  NotAdopted,
} from './AdoptChange';
