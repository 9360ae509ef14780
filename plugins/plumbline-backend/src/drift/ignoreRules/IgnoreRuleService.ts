import type { AuditorService } from '@backstage/backend-plugin-api';
import { assertError, NotFoundError } from '@backstage/errors';
import type { IgnoreRuleInput } from '@plumbline/backstage-plugin-plumbline-common';
import { sortableId } from '../../database/sortableId';
import type { ReaderView } from '../../permissions';
import type { IgnoreRuleRecord } from './IgnoreRuleRecord';
import type { IgnoreRuleStore } from './IgnoreRuleStore';
import { assertFuture, readRuleInput } from './readRuleInput';
import type { RuleChecks } from './RuleChecks';
import type { RuleWriters } from './RuleWriters';

/** What writing rules needs. */
export interface IgnoreRuleServiceOptions {
  store: IgnoreRuleStore;
  writers: RuleWriters;
  checks: Pick<RuleChecks, 'after'>;
  auditor: AuditorService;
  /** Clock; milliseconds since the epoch. */
  now?: () => number;
}

/** Writes ignore rules. Every change is recorded by the auditor and followed by looks at what it is about. */
export class IgnoreRuleService {
  readonly #options: IgnoreRuleServiceOptions;
  readonly #now: () => number;

  constructor(options: IgnoreRuleServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * @throws InputError that names the field
   * @throws NotFoundError when the entity may not be seen
   * @throws NotAllowedError when the permission is missing
   * @throws ConflictError when the name is taken
   */
  async create(
    input: IgnoreRuleInput,
    view: ReaderView,
  ): Promise<IgnoreRuleRecord> {
    const { store, writers, checks } = this.#options;
    const now = this.#now();
    const draft = readRuleInput(input, now);
    assertFuture(draft, now);
    await writers.assertMayWrite(draft.entityRef, view);
    const rule: IgnoreRuleRecord = {
      ...draft,
      id: sortableId(now),
      createdAt: now,
      createdBy: view.credentials.principal.userEntityRef,
    };
    await this.#recorded('create', rule, view, () => store.create(rule));
    await checks.after([rule]);
    return rule;
  }

  /**
   * Changes a rule from now on; what it hid stays recorded as it was.
   *
   * @throws as {@link IgnoreRuleService.create}, also when there is no such rule
   */
  async update(
    id: string,
    input: IgnoreRuleInput,
    view: ReaderView,
  ): Promise<IgnoreRuleRecord> {
    const { store, writers, checks } = this.#options;
    const now = this.#now();
    const before = await this.#get(id, view);
    await writers.assertMayWrite(before.entityRef, view);
    const draft = readRuleInput(input, now);
    if (draft.expiresAt !== before.expiresAt) {
      assertFuture(draft, now);
    }
    await writers.assertMayWrite(draft.entityRef, view);
    const rule: IgnoreRuleRecord = {
      ...draft,
      id,
      createdAt: before.createdAt,
      createdBy: before.createdBy,
      updatedAt: now,
      updatedBy: view.credentials.principal.userEntityRef,
    };
    await this.#recorded('update', rule, view, async () => {
      if (!(await store.update(rule))) {
        throw noSuchRule();
      }
    });
    await checks.after([before, rule]);
    return rule;
  }

  /**
   * @throws NotFoundError when there is no such rule, or its entity may not be seen
   * @throws NotAllowedError when the permission is missing
   */
  async delete(id: string, view: ReaderView): Promise<void> {
    const { store, writers, checks } = this.#options;
    const rule = await this.#get(id, view);
    await writers.assertMayWrite(rule.entityRef, view);
    await this.#recorded('delete', rule, view, async () => {
      if (!(await store.delete(id))) {
        throw noSuchRule();
      }
    });
    await checks.after([rule]);
  }

  async #get(id: string, view: ReaderView): Promise<IgnoreRuleRecord> {
    const rule = await this.#options.store.get(id);
    const isVisible =
      rule?.entityRef === undefined ||
      (await view.visible([rule.entityRef])).size > 0;
    if (!rule || !isVisible) {
      throw noSuchRule();
    }
    return rule;
  }

  async #recorded(
    actionType: 'create' | 'update' | 'delete',
    { id, name, entityRef }: IgnoreRuleRecord,
    view: ReaderView,
    write: () => Promise<void>,
  ): Promise<void> {
    const event = await this.#options.auditor.createEvent({
      eventId: 'ignore-rule-change',
      severityLevel: 'medium',
      meta: {
        actionType,
        user: view.credentials.principal.userEntityRef,
        rule: id,
        name,
        entityRef: entityRef ?? 'the whole portal',
      },
    });
    try {
      await write();
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
    await event.success();
  }
}

function noSuchRule(): NotFoundError {
  return new NotFoundError('There is no such ignore rule');
}
