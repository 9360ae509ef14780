import type { TargetState } from './DriftStore';
import type { FindingRecord, ObservedObjectRecord } from './records';

/** The objects of a target as an earlier look left them, at hand by their keys. */
export class StoredObjects {
  readonly #objects: ReadonlyMap<string, ObservedObjectRecord>;
  readonly #findings = new Map<string, FindingRecord[]>();

  constructor({
    objects,
    findings,
  }: Pick<TargetState, 'objects' | 'findings'>) {
    this.#objects = new Map(objects.map(object => [object.key, object]));
    for (const finding of findings) {
      const known = this.#findings.get(finding.objectKey);
      if (known) {
        known.push(finding);
      } else {
        this.#findings.set(finding.objectKey, [finding]);
      }
    }
  }

  object(key: string): ObservedObjectRecord | undefined {
    return this.#objects.get(key);
  }

  /** The differences of an object, closed ones too. */
  findings(key: string): readonly FindingRecord[] {
    return this.#findings.get(key) ?? [];
  }
}
