import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { IgnoreRules } from '@plumbline/kube-drift';
import type { DriftStore } from '../DriftStore';
import type { RunRecord, RunTrigger } from '../records';
import type { RunQueue } from '../RunQueue';
import { toComparisonRule, type IgnoreRuleRecord } from './IgnoreRuleRecord';
import type { IgnoreRuleStore } from './IgnoreRuleStore';

/** What checks after a change of rules need. */
export interface RuleChecksOptions {
  store: IgnoreRuleStore;
  driftStore: Pick<DriftStore, 'listTargets'>;
  runner: { queue(targetId: string, trigger: RunTrigger): Promise<RunRecord> };
  queue: Pick<RunQueue, 'add'>;
  logger: LoggerService;
  subjectKey: string;
  /** Clock; milliseconds since the epoch. */
  now?: () => number;
}

/**
 * Looks at the targets with differences that a changed rule is about, so that what it says shows at once. A check that is
 * lost with its process costs the time until the next scheduled look, nothing else.
 */
export class RuleChecks {
  readonly #options: RuleChecksOptions;
  readonly #now: () => number;

  constructor(options: RuleChecksOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Checks every minute whether rules expired; one replica does it. */
  async start(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'plumbline-ignore-rule-expiry',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 30 },
      fn: () => this.checkExpired(),
    });
  }

  /** Looks at what rules that expired have hidden. */
  async checkExpired(): Promise<void> {
    const expired = await this.#options.store.takeExpired(this.#now());
    await this.#check(expired, 'schedule');
  }

  /**
   * Looks at what a rule is about; it never fails, since the rule is saved already.
   *
   * @param versions - the rule as it was, as it is, or both
   */
  async after(versions: IgnoreRuleRecord[]): Promise<void> {
    try {
      await this.#check(versions, 'person');
    } catch (error) {
      this.#options.logger.warn(
        `Targets could not be checked after a change of ignore rules: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #check(rules: IgnoreRuleRecord[], trigger: RunTrigger): Promise<void> {
    const { runner, queue } = this.#options;
    const targetIds = new Set<string>();
    for (const rule of rules) {
      for (const id of await this.#targetsOf(rule)) {
        targetIds.add(id);
      }
    }
    for (const id of targetIds) {
      queue.add(await runner.queue(id, trigger));
    }
  }

  /** Only what differs can be hidden, and what is hidden differs. */
  async #targetsOf(rule: IgnoreRuleRecord): Promise<string[]> {
    const { store, driftStore, subjectKey } = this.#options;
    const targets = await driftStore.listTargets(
      rule.entityRef === undefined ? {} : { entityRefs: [rule.entityRef] },
    );
    const candidates = await store.candidates({
      entityRefs: [...new Set(targets.map(({ entityRef }) => entityRef))],
      kind: rule.kind,
    });
    const asked = new IgnoreRules([toComparisonRule(rule, this.#now())], {
      subjectKey,
    });
    return candidates
      .filter(
        ({ hiddenBy, subject }) =>
          hiddenBy?.ruleId === rule.id || !subject || asked.find(subject),
      )
      .map(({ targetId }) => targetId);
  }
}
