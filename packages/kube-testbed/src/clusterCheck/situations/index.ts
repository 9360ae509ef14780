import { EDITS } from './edits';
import { GIT_AND_CONTROLLERS } from './git';
import { OBJECTS } from './objects';
import { PEOPLE } from './people';
import { Situation } from './Situation';
import { WAYS_OUT } from './waysOut';

export type {
  CommandStep,
  CommitStep,
  ExpectedFinding,
  Situation,
  Step,
  WayOutStep,
} from './Situation';
export { GADGET_DEFINITION } from './manifests';

/** All of them. Each has a namespace of its own. */
export const SITUATIONS: readonly Situation[] = [
  ...EDITS,
  ...OBJECTS,
  ...PEOPLE,
  ...GIT_AND_CONTROLLERS,
  ...WAYS_OUT,
];
