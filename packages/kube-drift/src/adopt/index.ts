export { adoptPatch } from './adoptPatch';
export type {
  AdoptChange,
  AdoptedSource,
  AdoptOptions,
  NotAdopted,
} from './AdoptChange';
