import type { ActorClass } from '@plumbline/backstage-plugin-plumbline-common';
import {
  RiGitBranchLine,
  RiKey2Line,
  RiQuestionLine,
  RiRocket2Line,
  RiSettings3Line,
  RiUser3Line,
} from '@remixicon/react';

const ICONS = {
  human: RiUser3Line,
  ci: RiRocket2Line,
  gitops: RiGitBranchLine,
  controller: RiSettings3Line,
  'service-account': RiKey2Line,
  unknown: RiQuestionLine,
};

/** Words for the classes of actors. @public */
export const ACTOR_CLASS_WORDS: Record<ActorClass, string> = {
  human: 'Human',
  ci: 'CI',
  gitops: 'GitOps',
  controller: 'Controller',
  'service-account': 'Service account',
  unknown: 'Unknown',
};

/** Who acted, as a shape with a name for screen readers. @public */
export function ActorClassIcon(props: { actorClass: ActorClass }) {
  const Icon = ICONS[props.actorClass];
  const word = ACTOR_CLASS_WORDS[props.actorClass];
  return <Icon size={16} role="img" aria-label={word} />;
}
