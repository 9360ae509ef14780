import { arrayAt, objectAt, stringAt, valueAt } from '../../../event/json';
import type { Flag } from '../../Draft';
import { flag, hasPlainMetadata, type Generator } from './Generator';

export const priorityClass: Generator = body => {
  const policy = stringAt(body, 'preemptionPolicy');
  return hasPlainMetadata(body)
    ? {
        type: 'priorityclass',
        flags: [
          ...flag('--value', valueAt(body, 'value')),
          ...(body.globalDefault === true
            ? [['--global-default', true] as Flag]
            : []),
          ...flag('--description', stringAt(body, 'description')),
          ...(policy === 'PreemptLowerPriority'
            ? []
            : flag('--preemption-policy', policy)),
        ],
      }
    : undefined;
};

export const quota: Generator = body => {
  const hard = Object.entries(objectAt(body, 'spec', 'hard') ?? {});
  const scopes = arrayAt(body, 'spec', 'scopes');
  return hasPlainMetadata(body)
    ? {
        type: 'quota',
        flags: [
          ...flag(
            '--hard',
            hard.map(([key, value]) => `${key}=${value}`).join(','),
          ),
          ...flag('--scopes', scopes.join(',')),
        ],
      }
    : undefined;
};

export const podDisruptionBudget: Generator = body => {
  const selector = Object.entries(
    objectAt(body, 'spec', 'selector', 'matchLabels') ?? {},
  );
  return hasPlainMetadata(body)
    ? {
        type: 'poddisruptionbudget',
        flags: [
          ...flag(
            '--selector',
            selector.map(([key, value]) => `${key}=${value}`).join(','),
          ),
          ...flag('--min-available', valueAt(body, 'spec', 'minAvailable')),
          ...flag('--max-unavailable', valueAt(body, 'spec', 'maxUnavailable')),
        ],
      }
    : undefined;
};
