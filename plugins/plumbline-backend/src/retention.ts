import type {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { type AuditStore, RetentionTask } from './audit';
import type { DriftStore, IgnoreRuleStore } from './drift';
import type { FrictionStore } from './friction';

/** Lets every store go of what is older than the retention time; evidence of open incidents stays. */
export async function scheduleRetention(options: {
  auditStore: Pick<AuditStore, 'removeBefore'>;
  frictionStore: Pick<FrictionStore, 'removeBefore'>;
  driftStore: Pick<DriftStore, 'evidenceEventIds' | 'removeResolvedBefore'>;
  ignoreRuleStore: Pick<IgnoreRuleStore, 'removeSuppressionsBefore'>;
  /** Milliseconds; undefined keeps everything. */
  retention: number | undefined;
  schedule: SchedulerServiceTaskScheduleDefinition;
  scheduler: SchedulerService;
  logger: LoggerService;
}): Promise<void> {
  const { auditStore, frictionStore, driftStore, ignoreRuleStore, retention } =
    options;
  if (retention === undefined) {
    return;
  }
  const task = new RetentionTask({
    retained: [
      {
        what: 'audit events',
        removeBefore: async time =>
          auditStore.removeBefore(time, await driftStore.evidenceEventIds()),
      },
      {
        what: 'friction events',
        removeBefore: time => frictionStore.removeBefore(time),
      },
      {
        what: 'resolved incidents',
        removeBefore: time => driftStore.removeResolvedBefore(time),
      },
      {
        what: 'records of what ignore rules hid',
        removeBefore: time => ignoreRuleStore.removeSuppressionsBefore(time),
      },
    ],
    retentionMs: retention,
    logger: options.logger,
  });
  await task.schedule(
    options.scheduler.createScheduledTaskRunner(options.schedule),
  );
}
