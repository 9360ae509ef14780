import type { ObjectRef } from '@plumbline/backstage-plugin-plumbline-common';

/** `Job batch / nightly-report` */
export function objectName(object: ObjectRef): string {
  const kind =
    object.kind ??
    (object.subresource
      ? `${object.resource}/${object.subresource}`
      : object.resource);
  const name = [object.namespace, object.name].filter(Boolean).join(' / ');
  return name ? `${kind} ${name}` : kind;
}

/** How much of all events belongs to no entity; never 0 % while there is one. */
export function shareText(unattributed: number, total: number): string {
  if (total === 0) {
    return 'No events are stored yet.';
  }
  const percent = (unattributed / total) * 100;
  const share =
    unattributed > 0 && percent < 0.1
      ? 'less than 0.1 %'
      : `${percent.toFixed(1)} %`;
  return `${unattributed.toLocaleString('en-GB')} of ${total.toLocaleString(
    'en-GB',
  )} events (${share}) belong to no entity, or to more than one.`;
}
