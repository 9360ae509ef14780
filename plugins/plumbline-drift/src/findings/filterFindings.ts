import type {
  Finding,
  Verdict,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  type CauseLevel,
  describeCause,
} from '@plumbline/backstage-plugin-plumbline-react';

/** What the reader wants to see. @public */
export interface FindingFilter {
  verdict: Verdict;
  /** Empty: all. */
  clusters: string[];
  /** Empty: all. */
  levels: CauseLevel[];
  /** Of one object, as `apiVersion/Kind/namespace/name`; empty: of all. */
  ref: string;
}

/** @returns the findings that pass every part of the filter, in their order. @internal */
export function filterFindings(
  findings: Finding[],
  filter: FindingFilter,
): Finding[] {
  const { verdict, clusters, levels, ref } = filter;
  return findings.filter(
    finding =>
      finding.verdict === verdict &&
      (ref === '' || finding.ref === ref) &&
      (clusters.length === 0 || clusters.includes(finding.cluster)) &&
      (levels.length === 0 || levels.includes(describeCause(finding).level)),
  );
}
