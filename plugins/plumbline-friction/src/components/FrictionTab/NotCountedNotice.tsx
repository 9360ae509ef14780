import type { EntityFriction } from '@plumbline/backstage-plugin-plumbline-common';
import { Alert } from '@backstage/ui';

/** What was seen but is not in the score, each with its reason. */
export function NotCountedNotice(props: {
  notCounted: EntityFriction['notCounted'];
}) {
  const counted = props.notCounted.filter(item => item.count > 0);
  if (counted.length === 0) {
    return null;
  }
  const total = counted.reduce((sum, item) => sum + item.count, 0);
  return (
    <Alert
      status="info"
      icon
      title={`${total} ${total === 1 ? 'event is' : 'events are'} not counted`}
      description={counted
        .map(item => `${item.count} × ${item.reason}`)
        .join(' · ')}
    />
  );
}
