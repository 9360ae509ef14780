import { NotFoundError } from '@backstage/errors';
import type {
  Finding,
  IgnoreRuleInput,
  IgnoreRuleList,
  IgnoreRulePreview,
} from '@plumbline/backstage-plugin-plumbline-common';
import { orderIgnoreRules } from '@plumbline/kube-drift';
import type { ReaderView } from '../../permissions';
import { toApiFinding } from '../answers/toApi';
import type { DriftStore } from '../DriftStore';
import {
  isInForce,
  toComparisonRule,
  type IgnoreRuleDraft,
  type IgnoreRuleRecord,
} from './IgnoreRuleRecord';
import type { IgnoreRuleStore, RuleCandidate } from './IgnoreRuleStore';
import { previewRule } from './previewRule';
import { assertFuture, readRuleInput } from './readRuleInput';
import { mayWrite, type RuleWriters } from './RuleWriters';
import { toApiRule } from './toApiRule';

/** Findings of a preview that are listed; all are counted. */
const MAX_LISTED = 200;

/** What answers on rules need. */
export interface IgnoreRuleAnswersOptions {
  store: IgnoreRuleStore;
  driftStore: Pick<DriftStore, 'listTargets'>;
  writers: RuleWriters;
  /** Key under which the subjects of findings were described. */
  subjectKey: string;
  /** Clock; milliseconds since the epoch. */
  now?: () => number;
}

/** Answers which rules there are and what a rule would hide. */
export class IgnoreRuleAnswers {
  readonly #options: IgnoreRuleAnswersOptions;
  readonly #now: () => number;

  constructor(options: IgnoreRuleAnswersOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Rules in the order in which they are asked.
   *
   * @param entityRef - only those that can hide findings of this entity
   * @throws NotFoundError when that may not be seen
   */
  async list(
    entityRef: string | undefined,
    view: ReaderView,
  ): Promise<IgnoreRuleList> {
    const { store, writers } = this.#options;
    if (entityRef !== undefined) {
      await view.assertVisible(entityRef);
    }
    const rules = await this.#visible(
      entityRef === undefined
        ? await store.list()
        : await store.listFor(entityRef),
      view,
    );
    const rights = await writers.rightsOf(view);
    return {
      items: await this.toApi(rules, view),
      mayCreate: rights.entities || rights.portal,
    };
  }

  /** Visible rules as the HTTP API shows them, in the order in which they are asked. */
  async toApi(
    rules: readonly IgnoreRuleRecord[],
    view: ReaderView,
  ): Promise<IgnoreRuleList['items']> {
    const { store, writers } = this.#options;
    const now = this.#now();
    const rights = await writers.rightsOf(view);
    const counts = await store.countHidden();
    const seen = await view.visible(counts.map(one => one.entityRef));
    const hides = new Map<string, number>();
    for (const one of counts.filter(count => seen.has(count.entityRef))) {
      hides.set(one.ruleId, (hides.get(one.ruleId) ?? 0) + one.count);
    }
    const byId = new Map(rules.map(rule => [rule.id, rule]));
    const ordered = orderIgnoreRules(
      rules.map(rule => toComparisonRule(rule, now)),
    ).flatMap(({ id }) => byId.get(id ?? '') ?? []);
    const own = view.credentials.principal.userEntityRef;
    const people = rules
      .flatMap(({ createdBy, updatedBy }) => [createdBy, updatedBy ?? ''])
      .filter(name => name !== own);
    return view.hidePeople(
      ordered.map(rule =>
        toApiRule(rule, {
          now,
          hides: hides.get(rule.id) ?? 0,
          mayChange: mayWrite(rights, rule.entityRef),
        }),
      ),
      people,
    );
  }

  /**
   * What a rule would hide of the differences known now, in services that the reader may see.
   *
   * @param changedId - of the saved rule whose new form it is
   * @throws InputError that names the field
   * @throws NotFoundError when the entity may not be seen, or the changed rule is not there
   */
  async preview(
    input: IgnoreRuleInput,
    changedId: string | undefined,
    view: ReaderView,
  ): Promise<IgnoreRulePreview> {
    const { store, subjectKey } = this.#options;
    const now = this.#now();
    const draft = readRuleInput(input, now);
    const [changed] = await this.#changed(changedId, view);
    if (draft.expiresAt !== changed?.expiresAt) {
      assertFuture(draft, now);
    }
    const candidates = await store.candidates({
      entityRefs: await this.#entitiesOf(draft, view),
      kind: draft.kind,
    });
    const others = (await store.list()).filter(
      rule => rule.id !== changedId && isInForce(rule, now),
    );
    const { hides, shadowed, unknown } = previewRule(
      toComparisonRule({ ...changed, ...draft }, now),
      candidates,
      {
        subjectKey,
        othersOf: entityRef =>
          others
            .filter(one => [undefined, entityRef].includes(one.entityRef))
            .map(one => toComparisonRule(one, now)),
      },
    );
    return {
      hides: await this.#findings(hides.slice(0, MAX_LISTED), view),
      total: hides.length,
      entities: [...new Set(hides.map(({ entityRef }) => entityRef))],
      shadowed,
      ...(unknown > 0 && {
        notes: [
          `Of ${unknown} differences it cannot be told before their next check`,
        ],
      }),
    };
  }

  async #changed(id: string | undefined, view: ReaderView) {
    const rule =
      id === undefined ? undefined : await this.#options.store.get(id);
    const visible = await this.#visible(rule ? [rule] : [], view);
    if (id !== undefined && visible.length === 0) {
      throw new NotFoundError('There is no such ignore rule');
    }
    return visible;
  }

  /** Services that the rule is about and the reader may see. */
  async #entitiesOf(
    { entityRef }: IgnoreRuleDraft,
    view: ReaderView,
  ): Promise<string[]> {
    if (entityRef !== undefined) {
      await view.assertVisible(entityRef);
      return [entityRef];
    }
    const targets = await this.#options.driftStore.listTargets();
    return [...(await view.visible(targets.map(one => one.entityRef)))];
  }

  async #findings(
    candidates: readonly RuleCandidate[],
    view: ReaderView,
  ): Promise<Finding[]> {
    const records = await this.#options.store.findings(
      candidates.map(({ id }) => id),
    );
    const byId = new Map(records.map(record => [record.id, record]));
    const findings = candidates.flatMap(({ id, targetId, cluster }) => {
      const record = byId.get(id);
      return record ? [toApiFinding(record, { id: targetId, cluster })] : [];
    });
    return view.hidePeople(
      findings,
      records.flatMap(({ attribution }) => attribution?.people ?? []),
    );
  }

  async #visible(
    rules: readonly IgnoreRuleRecord[],
    view: ReaderView,
  ): Promise<IgnoreRuleRecord[]> {
    const visible = await view.visible(
      rules.flatMap(({ entityRef }) => entityRef ?? []),
    );
    return rules.filter(
      ({ entityRef }) => entityRef === undefined || visible.has(entityRef),
    );
  }
}
