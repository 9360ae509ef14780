import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';

/** One thing that is known of a field's past. @internal */
export interface FieldMoment {
  /** ISO 8601 */
  time: string;
  text: string;
}

/**
 * What is known of one field's past, oldest first: our own checks, the commit, the write and the API server's record.
 *
 * @internal
 */
export function fieldTimeline(finding: Finding): FieldMoment[] {
  const { attribution, owner, source } = finding;
  const moments: (FieldMoment | undefined)[] = [
    moment(finding.lastCleanAt, 'Check: live as in Git'),
    moment(source?.commit?.time, `Commit ${source?.commit?.sha.slice(0, 7)}`),
    moment(
      attribution?.time,
      writeText(attribution?.level, attribution?.principals ?? []),
    ),
    attribution?.time
      ? undefined
      : moment(owner?.time, `Last write of the object with ${owner?.manager}`),
    moment(finding.firstSeenAt, 'Check: first seen different'),
    finding.lastSeenAt === finding.firstSeenAt
      ? undefined
      : moment(finding.lastSeenAt, 'Check: still different'),
  ];
  return moments
    .filter(item => item !== undefined)
    .sort((left, right) => Date.parse(left.time) - Date.parse(right.time));
}

function moment(
  time: string | undefined,
  text: string,
): FieldMoment | undefined {
  return time ? { time, text } : undefined;
}

function writeText(level: string | undefined, principals: string[]): string {
  const names = principals.join(' or ');
  if (level === 'proven') {
    return `Write by ${names}`;
  }
  if (level === 'strong') {
    return `Write, most consistent with ${names}`;
  }
  return names ? `Write of the object by ${names}` : 'Write of the object';
}
