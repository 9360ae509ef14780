import { EDITS } from './edits';
import { GIT_AND_CONTROLLERS } from './git';
import { PEOPLE } from './people';
import { Situation } from './Situation';

export type {
  CommandStep,
  CommitStep,
  ExpectedFinding,
  Situation,
  Step,
} from './Situation';
export { GADGET_DEFINITION } from './manifests';

/** All of them. Each has a namespace of its own. */
export const SITUATIONS: readonly Situation[] = [
  ...EDITS,
  ...PEOPLE,
  ...GIT_AND_CONTROLLERS,
];
