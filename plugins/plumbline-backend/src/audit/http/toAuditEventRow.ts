import type {
  AuditEventRow,
  ObjectRef,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { NormalizedObject, RuleMatch } from '@plumbline/kube-audit';
import type { ReaderView } from '../../permissions';
import { peopleOf } from '../peopleOf';
import type { ExplainedAuditEvent } from '../StoredAuditEvent';

/** Points that a matched rule scores, before decay; undefined when it does not score. */
export type PointsOf = (match: RuleMatch) => number | undefined;

/** An event as the HTTP API shows it, names of people and all. */
export function toAuditEventRow(
  stored: ExplainedAuditEvent,
  pointsOf: PointsOf,
): AuditEventRow {
  const { event, resolution } = stored;
  return {
    id: stored.id,
    auditID: event.auditID,
    stage: event.stage,
    level: event.level,
    time: event.time,
    cluster: stored.cluster,
    verb: event.verb,
    actor: stored.actor,
    object: event.object && toObjectRef(event.object),
    sentence: stored.sentence,
    command: stored.command,
    outcome: event.outcome,
    code: event.code,
    dryRun: event.dryRun === true,
    routine: stored.routine,
    rules: stored.rules.map(rule => ({
      id: rule.id,
      title: rule.title,
      severity: rule.severity,
      category: rule.category,
      message: rule.message,
      points: pointsOf(rule),
    })),
    entity: {
      entityRef: resolution.entityRef,
      candidates: resolution.candidates,
      reason: resolution.reason,
    },
  };
}

/** Events as one reader sees them: without those of hidden entities, people hidden where the reader may not see names. */
export async function toVisibleRows(
  events: ExplainedAuditEvent[],
  pointsOf: PointsOf,
  view: ReaderView,
): Promise<AuditEventRow[]> {
  const visible = await view.visible(
    events.flatMap(({ resolution }) => [
      ...(resolution.entityRef === undefined ? [] : [resolution.entityRef]),
      ...resolution.candidates,
    ]),
  );
  return events
    .filter(
      ({ resolution: { entityRef } }) =>
        entityRef === undefined || visible.has(entityRef),
    )
    .map(event =>
      hideIn(toAuditEventRow(event, pointsOf), event, visible, view),
    );
}

function hideIn(
  row: AuditEventRow,
  event: ExplainedAuditEvent,
  visible: ReadonlySet<string>,
  view: ReaderView,
): AuditEventRow {
  const candidates = row.entity.candidates.filter(ref => visible.has(ref));
  const someHidden = candidates.length < row.entity.candidates.length;
  const shown: AuditEventRow = {
    ...row,
    entity: {
      ...row.entity,
      candidates,
      reason: someHidden ? 'More than one entity fits' : row.entity.reason,
    },
  };
  const people = peopleOf(event);
  const hidden = view.hidePeople(shown, people);
  return view.revealsActors || people.length === 0
    ? hidden
    : { ...hidden, actor: { ...hidden.actor, pseudonym: true } };
}

/** The object of an event as the HTTP API shows it. */
export function toObjectRef(object: NormalizedObject): ObjectRef {
  const { apiGroup, apiVersion, kind, resource, subresource, namespace, name } =
    object;
  return { apiGroup, apiVersion, kind, resource, subresource, namespace, name };
}
