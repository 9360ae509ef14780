import type {
  Incident,
  IncidentStatistics,
} from '@plumbline/backstage-plugin-plumbline-common';

/** How often a field of this incident differed before. @internal */
export type RepeatedField = IncidentStatistics['repeated'][number];

/**
 * @returns the field of the incident that drifts most often, or `undefined` when none of them came twice.
 * @internal
 */
export function mostRepeated(
  incident: Incident,
  statistics: IncidentStatistics,
): RepeatedField | undefined {
  const keys = new Set(
    incident.findings.map(({ object, path }) => keyOf(object, path)),
  );
  return statistics.repeated
    .filter(
      item =>
        item.entityRef === incident.entityRef &&
        item.count > 1 &&
        keys.has(keyOf(item.object, item.path)),
    )
    .sort((left, right) => right.count - left.count)[0];
}

function keyOf(object: RepeatedField['object'], path: string): string {
  return [object.kind, object.namespace ?? '', object.name, path].join(' ');
}
