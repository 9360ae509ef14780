import type { FindingRecord, IncidentBegin } from '../records';
import { timeOfWrite } from './attributionLevels';
import { isGitAhead } from './causes';

/**
 * Since when differences are there: the first proven write, else the first commit that waits for sync, else the first
 * look that saw one.
 *
 * @param findings - at least one
 */
export function beginOf(findings: readonly FindingRecord[]): IncidentBegin {
  const writes = findings
    .filter(({ attribution }) => attribution?.level === 'proven')
    .flatMap(finding => timeOfWrite(finding) ?? []);
  if (writes.length > 0) {
    return { at: Math.min(...writes), basis: 'proven-write' };
  }
  const commits = findings
    .filter(isGitAhead)
    .flatMap(({ source }) => source?.commit?.time ?? []);
  return commits.length > 0
    ? { at: Math.min(...commits), basis: 'commit' }
    : {
        at: Math.min(...findings.map(({ firstSeenAt }) => firstSeenAt)),
        basis: 'first-seen',
      };
}
