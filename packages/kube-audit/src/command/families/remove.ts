import { stringAt, valueAt } from '../../event/json';
import { waitAfter } from '../absorb';
import type { Flag } from '../Draft';
import type { Request } from '../Request';
import { selectedScope, selectionOf } from '../selection';
import { atMost, type Recogniser } from '../Session';
import { dryRunFlag } from './create';

/** Hidden in the DeleteOptions, so nobody knows them at Metadata. */
const BODY_FLAGS = [
  '--cascade',
  '--grace-period',
  '--force',
  '--now',
  '--dry-run',
];

function deleteFlags(r: Request): Flag[] {
  const policy = stringAt(r.body, 'propagationPolicy');
  const grace = valueAt(r.body, 'gracePeriodSeconds');
  const rehearsal =
    r.e.dryRun === true ? [['--dry-run', 'server'] as Flag] : [];
  return [
    ...(policy === 'Orphan' || policy === 'Foreground'
      ? [['--cascade', policy.toLowerCase()] as Flag]
      : []),
    ...(typeof grace === 'number'
      ? [['--grace-period', String(grace)] as Flag]
      : []),
    ...(grace === 0 ? [['--force', true] as Flag] : []),
    ...(rehearsal.length > 0 ? rehearsal : dryRunFlag(r)),
  ];
}

/** `kubectl delete`, by name or selector, with the wait that follows. */
export const remove: Recogniser = (session, r) => {
  if (r.verb !== 'delete' || r.subresource || r.resource === '') {
    return;
  }
  const hasBody = r.body !== undefined;
  if (!hasBody && r.e.level === 'RequestResponse' && r.code < 400) {
    // kubectl delete always sends options; --raw sends none.
    session.find(
      {
        verb: 'delete --raw',
        targets: [],
        words: [r.e.requestURI],
        confidence: 'likely',
        missing: [],
      },
      [r],
    );
    return;
  }
  const selection = selectionOf(
    session,
    r,
    other => other.verb === 'delete' && other.resource === r.resource,
  );
  const deletes = selection.parts.filter(p => p.verb === 'delete');
  const confidence = hasBody ? 'exact' : 'likely';
  session.find(
    {
      verb: 'delete',
      targets: selection.targets,
      flags: [...selection.flags, ...deleteFlags(r)],
      ...selectedScope(selection, r.namespace),
      confidence: selection.bySelector
        ? atMost(confidence, 'likely')
        : confidence,
      missing: hasBody ? [] : BODY_FLAGS,
      mergeable: !selection.bySelector,
    },
    [
      ...selection.parts.filter(p => p.verb !== 'get'),
      ...deletes.flatMap(d => waitAfter(session, d)),
    ],
  );
};

/** kubectl never sends it; shown as the delete by selector that it amounts to. */
export const removeCollection: Recogniser = (session, r) => {
  if (r.verb !== 'deletecollection') {
    return;
  }
  session.find(
    {
      verb: 'delete --raw',
      targets: [],
      words: [r.e.requestURI],
      confidence: 'likely',
      missing: [],
    },
    [r],
  );
};
