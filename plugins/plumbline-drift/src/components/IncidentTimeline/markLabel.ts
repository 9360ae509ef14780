import type { TimelineItem } from '@plumbline/backstage-plugin-plumbline-common';
import { readableTimes } from '@plumbline/backstage-plugin-plumbline-react';

const LONGEST_LABEL = 28;
/** `jane@example.com: kubectl scale`: the axis has room for `jane: scale`, the caption has the rest. */
const PERSON_AND_COMMAND = /^([^\s@:]+)(?:@\S+)?: (?:kubectl )?(.+)$/;

/** @returns the few words beside a mark. @internal */
export function markLabel(item: Pick<TimelineItem, 'label' | 'text'>): string {
  const label = readableTimes(item.label ?? item.text).replace(
    PERSON_AND_COMMAND,
    '$1: $2',
  );
  return label.length > LONGEST_LABEL
    ? `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`
    : label;
}
