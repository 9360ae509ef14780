import type { LoggerService } from '@backstage/backend-plugin-api';
import { checkIgnoreRule, type IgnoreRule } from '@plumbline/kube-drift';
import { isInForce, toComparisonRule } from './IgnoreRuleRecord';
import type { IgnoreRuleStore } from './IgnoreRuleStore';

/** Puts together what hides differences in one look at a target. */
export class RulesOfTarget {
  readonly #store: Pick<IgnoreRuleStore, 'listFor'>;
  readonly #logger: LoggerService;

  constructor(options: {
    store: Pick<IgnoreRuleStore, 'listFor'>;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
  }

  /**
   * Rules of the target's entity, of the portal, and those that the target's GitOps controller brings along.
   *
   * @param imported - of the controller; they count as the entity's own, after those that people wrote
   */
  async of(
    { entityRef }: { entityRef: string },
    now: number,
    imported: readonly IgnoreRule[] = [],
  ): Promise<IgnoreRule[]> {
    const saved = await this.#store.listFor(entityRef);
    const rules = [
      ...saved
        .filter(rule => isInForce(rule, now))
        .map(rule => toComparisonRule(rule, now)),
      ...imported.map(rule => ({ ...rule, scope: 'application' as const })),
    ];
    return rules.filter(rule => this.#isUnderstood(rule));
  }

  /** A rule that a newer version no longer understands must not keep the target from being looked at. */
  #isUnderstood(rule: IgnoreRule): boolean {
    const invalid = checkIgnoreRule(rule);
    if (invalid) {
      this.#logger.warn(
        `The ignore rule ${rule.title ?? rule.id} hides nothing: ${
          invalid.message
        }`,
      );
    }
    return !invalid;
  }
}
