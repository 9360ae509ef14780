import type {
  IncidentDetail,
  IncidentSummary,
} from '@plumbline/backstage-plugin-plumbline-common';
import { INCIDENT_STATE_WORDS } from '@plumbline/backstage-plugin-plumbline-react';

/** A step in the life of an incident. @internal */
export interface LifeCycleStep {
  id: 'open' | 'acknowledged' | 'resolved';
  title: string;
  /** ISO 8601, when the step was reached. */
  time: string | undefined;
  progress: 'done' | 'current' | 'ahead';
  /** Entity ref of whoever took the step. */
  by?: string;
}

const STEPS = ['open', 'acknowledged', 'resolved'] as const;

/** The step that an incident stands on; one that came back is open again. */
const CURRENT: Record<IncidentSummary['state'], LifeCycleStep['id']> = {
  open: 'open',
  reopened: 'open',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
};

/**
 * The three steps of a life, as far as this one got. *Acknowledged* is left out of a resolved life that never had it.
 *
 * @internal
 */
export function lifeCycle(detail: IncidentDetail): LifeCycleStep[] {
  const { incident, history } = detail;
  const current = STEPS.indexOf(CURRENT[incident.state]);
  const lastTime = (...kinds: string[]) =>
    history
      .filter(item => kinds.includes(item.kind))
      .map(item => item.time)
      .sort()
      .pop();
  const times = {
    open:
      incident.state === 'reopened'
        ? lastTime('reopened') ?? incident.openedAt
        : incident.openedAt,
    acknowledged: incident.acknowledgement?.at ?? lastTime('acknowledged'),
    resolved: incident.resolvedAt,
  };
  return STEPS.filter(
    id =>
      id !== 'acknowledged' ||
      incident.state !== 'resolved' ||
      times.acknowledged !== undefined,
  ).map(id => {
    const index = STEPS.indexOf(id);
    const progress = progressOf(index, current);
    return {
      id,
      title:
        id === 'open' && incident.state === 'reopened'
          ? INCIDENT_STATE_WORDS.reopened
          : { ...INCIDENT_STATE_WORDS, open: 'Opened' }[id],
      time: progress === 'ahead' ? undefined : times[id],
      progress,
      by:
        id === 'acknowledged' && progress !== 'ahead'
          ? incident.acknowledgement?.by
          : undefined,
    };
  });
}

function progressOf(index: number, current: number): LifeCycleStep['progress'] {
  if (index === current) {
    return 'current';
  }
  return index < current ? 'done' : 'ahead';
}
