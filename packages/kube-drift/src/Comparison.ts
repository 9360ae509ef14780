import { Attribution } from './attribution/Attribution';
import { Direction, FindingType } from './compare/difference';
import { FindingSuppression } from './verdict/ignoreRules';
import { IgnoreSubject } from './verdict/ignoreSubject';
import { ManifestError } from './yaml/readManifests';

/**
 * What became of a difference. Nothing is dropped: what is not drift says why.
 *
 * @public
 */
export type FindingVerdict =
  | 'drift'
  | 'expected'
  | 'ignored'
  | 'excluded'
  | 'unverifiable';

/** @public */
export type ObjectVerdict =
  | 'none'
  | 'drift'
  | 'missing'
  | 'unexpected'
  | 'unverifiable';

/**
 * The field manager that owns a field: a tool, never a person.
 *
 * @public
 */
export interface FieldOwner {
  manager: string;
  operation: string;
  subresource?: string;
  /** ISO 8601, to the second: when this manager last wrote any field. */
  time?: string;
}

/**
 * Where a field is declared.
 *
 * @public
 */
export interface FindingSource {
  file: string;
  /** From 1. */
  line?: number;
  commit?: string;
}

/**
 * One difference at one path of one object.
 *
 * @public
 */
export interface FindingResult {
  /** See {@link formatPath}; `$resource` for the object itself. */
  path: string;
  type: FindingType;
  direction: Direction;
  verdict: FindingVerdict;
  /** The rule, and the condition under which it holds. */
  reason?: string;
  /** Absent when Git declares nothing; masked when it must not be shown. */
  desired?: unknown;
  /** Absent when nothing is live; masked when it must not be shown. */
  live?: unknown;
  owner?: FieldOwner;
  attribution?: Attribution;
  source?: FindingSource;
  /** The ignore rule that hides it; only with the verdict `ignored`. */
  suppression?: FindingSuppression;
  /** What ignore rules ask of it; only with the option `subjectKey`. */
  subject?: IgnoreSubject;
}

/** @public */
export interface ObjectResult {
  /** `apiVersion/Kind/namespace/name`, without namespace when cluster-scoped. */
  ref: string;
  verdict: ObjectVerdict;
  reason?: string;
  findings: FindingResult[];
}

/** @public */
export interface ComparisonSummary {
  /** Objects by verdict. */
  objects: Record<ObjectVerdict, number>;
  /** Findings by verdict. */
  findings: Record<FindingVerdict, number>;
}

/**
 * What a comparison came to.
 *
 * @public
 */
export interface Comparison {
  objects: ObjectResult[];
  summary: ComparisonSummary;
  /** Documents that could not be read. Their objects are in no list. */
  errors: ManifestError[];
}

/** Counts a comparison anew. */
export function summarise(objects: readonly ObjectResult[]): ComparisonSummary {
  const summary: ComparisonSummary = {
    objects: { none: 0, drift: 0, missing: 0, unexpected: 0, unverifiable: 0 },
    findings: {
      drift: 0,
      expected: 0,
      ignored: 0,
      excluded: 0,
      unverifiable: 0,
    },
  };
  for (const object of objects) {
    summary.objects[object.verdict] += 1;
    for (const finding of object.findings) {
      summary.findings[finding.verdict] += 1;
    }
  }
  return summary;
}
