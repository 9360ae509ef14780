import { FindingResult } from '../Comparison';

/** What was done, for a sentence in the past. Values that are masked stay so. */
export function pastTense(finding: FindingResult): string {
  switch (finding.type) {
    case 'object-missing':
      return 'deleted this object';
    case 'object-unexpected':
      return 'created this object';
    case 'missing':
      return `removed ${finding.path}`;
    case 'additive':
    case 'stale':
      return `added ${finding.path}`;
    default:
      return `set ${finding.path}${toValue(finding.live)}`;
  }
}

const MAX_SHOWN = 80;

function toValue(value: unknown): string {
  const plain =
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (typeof value === 'string' && /^[\x20-\x7e]+$/.test(value));
  return plain && String(value).length <= MAX_SHOWN ? ` to ${value}` : '';
}
