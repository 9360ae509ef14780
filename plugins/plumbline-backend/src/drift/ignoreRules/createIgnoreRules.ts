import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import type { ReaderViews } from '../../permissions';
import type { DriftStore } from '../DriftStore';
import type { DriftRunner } from '../run/DriftRunner';
import type { RunQueue } from '../RunQueue';
import { IgnoreRuleAnswers } from './IgnoreRuleAnswers';
import { IgnoreRuleService } from './IgnoreRuleService';
import type { IgnoreRuleStore } from './IgnoreRuleStore';
import { createIgnoreRuleRoutes } from './routes';
import { RuleChecks } from './RuleChecks';
import { RuleWriters } from './RuleWriters';

/** What ignore rules need of the drift domain and of the backend. */
export interface IgnoreRulesOptions {
  store: IgnoreRuleStore;
  driftStore: DriftStore;
  runner: Pick<DriftRunner, 'queue'>;
  queue: RunQueue;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
  readerViews: ReaderViews;
  /** Key under which the subjects of findings are described. */
  secretKey: string;
  /** Clock; milliseconds since the epoch. */
  now?: () => number;
}

/** Ignore rules, put together. */
export interface IgnoreRulesPart {
  routes: Router;
  /** Looks at what expired rules hid. */
  checks: Pick<RuleChecks, 'start' | 'checkExpired'>;
}

/** Wires ignore rules. */
export function createIgnoreRules(
  options: IgnoreRulesOptions,
): IgnoreRulesPart {
  const subjectKey = options.secretKey;
  const writers = new RuleWriters(options.permissions);
  const checks = new RuleChecks({ ...options, subjectKey });
  return {
    routes: createIgnoreRuleRoutes({
      ...options,
      answers: new IgnoreRuleAnswers({ ...options, writers, subjectKey }),
      service: new IgnoreRuleService({ ...options, writers, checks }),
    }),
    checks,
  };
}
