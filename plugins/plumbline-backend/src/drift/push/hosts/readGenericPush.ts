import { isSet, textAt, textsAt } from '../../../desired/controllers/fields';
import type { GitPush } from '../GitPush';
import { shortRef } from './payload';

/** Reads `{ repository, ref, paths? }`, for hosts of which there is no module of events. */
export function readGenericPush(payload: object): GitPush[] {
  const repository = textAt(payload, 'repository');
  const ref = textAt(payload, 'ref');
  return repository === undefined || ref === undefined
    ? []
    : [
        {
          urls: [repository],
          ref: shortRef(ref) ?? ref,
          paths: isSet(payload, 'paths')
            ? textsAt(payload, 'paths')
            : undefined,
        },
      ];
}
