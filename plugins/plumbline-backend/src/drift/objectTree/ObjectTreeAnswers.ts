import type { EntityObjects } from '@plumbline/backstage-plugin-plumbline-common';
import type { TargetViews } from '../answers/TargetViews';
import type { DriftStore } from '../DriftStore';
import { buildObjectTree } from './buildObjectTree';
import type { GeneratedObjects } from './GeneratedObjects';

/** What answers with object trees need. */
export interface ObjectTreeAnswersOptions {
  store: Pick<DriftStore, 'listTargets' | 'objects' | 'openFindings'>;
  views: Pick<TargetViews, 'of'>;
  generated: Pick<GeneratedObjects, 'of'>;
}

/** Answers what an entity consists of in its clusters: what Git declares, and what controllers made of it. */
export class ObjectTreeAnswers {
  readonly #options: ObjectTreeAnswersOptions;

  constructor(options: ObjectTreeAnswersOptions) {
    this.#options = options;
  }

  /** @param entityRef - of an entity that the reader may see */
  async of(entityRef: string): Promise<EntityObjects> {
    const { store, views, generated } = this.#options;
    const records = await store.listTargets({ entityRefs: [entityRef] });
    const objects = await store.objects(records.map(({ id }) => id));
    const shown = await views.of(records);
    const targets = await Promise.all(
      records.map(async (record, index) => {
        const declared = objects.get(record.id) ?? [];
        const findings = await store.openFindings([record.id]);
        const made = await generated.of(record, declared);
        const tree = buildObjectTree(declared, findings, made.objects);
        const notes = [...made.notes, ...tree.notes];
        return {
          target: shown[index].target,
          objects: tree.objects,
          ...(notes.length > 0 && { notes }),
        };
      }),
    );
    return { entityRef, targets };
  }
}
