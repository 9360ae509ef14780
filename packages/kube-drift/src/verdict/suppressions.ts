import { FindingResult } from '../Comparison';
import { DiffOptions } from '../DiffOptions';
import { ObjectIdentity } from '../identity/ref';
import { createMarker, Marker } from '../path/elements';
import { RESOURCE_PATH } from '../path/format';
import { Path } from '../path/segment';
import { JsonValue } from '../values/json';
import { IgnoreRules } from './ignoreRules';
import { ignoreRulesOf } from './ignoreRulesOf';
import { ignoreSubject } from './ignoreSubject';

type Judgement = Pick<
  FindingResult,
  'verdict' | 'reason' | 'suppression' | 'subject'
>;

/** Judges what is drift unless an ignore rule of the comparison hides it. */
export class Suppressions {
  readonly #rules: IgnoreRules;
  readonly #mark: Marker;
  readonly #tellsSubjects: boolean;

  /** @throws InvalidIgnoreRuleError */
  constructor(options: DiffOptions) {
    this.#rules = new IgnoreRules(ignoreRulesOf(options), options);
    this.#mark = createMarker(options.subjectKey);
    this.#tellsSubjects = options.subjectKey !== undefined;
  }

  /** @param roots - the objects that the path points into */
  judge(
    object: ObjectIdentity,
    path: Path,
    managers: readonly string[],
    roots: readonly (JsonValue | undefined)[],
  ): Judgement {
    if (this.#rules.isEmpty && !this.#tellsSubjects) {
      return { verdict: 'drift' };
    }
    const subject = ignoreSubject(object, path, managers, roots, this.#mark);
    const suppression = this.#rules.find(subject);
    return {
      ...(suppression
        ? { verdict: 'ignored', reason: suppression.text, suppression }
        : { verdict: 'drift' }),
      ...(this.#tellsSubjects && { subject }),
    };
  }

  /** Judges that an object as a whole is missing or unexpected. */
  judgePresence(object: ObjectIdentity): Judgement {
    return this.judge(object, [{ field: RESOURCE_PATH }], [], []);
  }
}
