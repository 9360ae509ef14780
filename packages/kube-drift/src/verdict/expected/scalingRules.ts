import { formatPath } from '../../path/format';
import { ExpectedRule, writtenByHand } from './ExpectedRule';

export const SCALING_RULES: readonly ExpectedRule[] = [
  {
    id: 'autoscaler',
    about:
      'Replicas within the range of a HorizontalPodAutoscaler or a KEDA ScaledObject, unless a person wrote them last.',
    reason: subject =>
      formatPath(subject.difference.path) === 'spec.replicas' &&
      !writtenByHand(subject)
        ? subject.autoscalers.replicasReason(
            subject.identity,
            subject.difference.live,
            subject.owners[0]?.subresource === 'scale',
          )
        : undefined,
  },
  {
    id: 'vertical-autoscaler',
    about:
      'Resources of a container within what a VerticalPodAutoscaler may set, unless a person wrote them last.',
    reason: subject =>
      writtenByHand(subject)
        ? undefined
        : subject.autoscalers.resourcesReason(
            subject.identity,
            subject.difference,
          ),
  },
];
