import type {
  FindingRecord,
  ObservedFinding,
  SuppressionRecord,
  SuppressionEntry,
} from '../records';
import { sameWhenStored } from '../lifecycle/sameWhenStored';

/**
 * What hides a difference, with the time at which it began to: a look that finds the same rule with the same text
 * changes nothing.
 *
 * @param before - the finding as stored; undefined when it is new
 */
export function suppressionAt(
  finding: ObservedFinding,
  before: FindingRecord | undefined,
  now: number,
): SuppressionRecord | undefined {
  const { suppression } = finding;
  const old = before?.suppression;
  if (!suppression) {
    return undefined;
  }
  const isSame =
    before?.closedAt === undefined &&
    sameWhenStored({ ...old, at: now }, { ...suppression, at: now });
  return { ...suppression, at: (isSame && old?.at) || now };
}

/** Entries for the findings that became hidden with a look, or whose rule is another one now or reads otherwise. */
export function newSuppressions(
  findings: readonly FindingRecord[],
  entityRef: string,
  now: number,
  newId: () => string,
): SuppressionEntry[] {
  return findings.flatMap(finding =>
    finding.suppression?.at === now
      ? [
          {
            id: newId(),
            entityRef,
            fingerprint: finding.fingerprint,
            ref: finding.ref,
            path: finding.path,
            type: finding.type,
            severity: finding.severity,
            suppression: finding.suppression,
          },
        ]
      : [],
  );
}
