import { objectAt, valueAt } from '../../event/json';
import { knownType } from '../../object/kinds';
import { isGet, isSameObject, readsBefore } from '../absorb';
import type { Draft, Flag } from '../Draft';
import { REDACTED } from '../redact';
import type { Request } from '../Request';
import { selectedScope, selectionOf } from '../selection';
import { atMost, type Recogniser, type Session } from '../Session';
import { dryRunFlag } from './create';

/** Writes to what was named or selected, as one command. */
export function findChange(
  session: Session,
  r: Request,
  draft: Omit<Draft, 'targets' | 'namespace'> & { impliesAll?: boolean },
): void {
  const selection = selectionOf(
    session,
    r,
    other =>
      other.verb === r.verb &&
      other.resource === r.resource &&
      other.subresource === r.subresource &&
      other.e.fieldManager === r.e.fieldManager,
  );
  const { impliesAll, ...line } = draft;
  session.find(
    {
      ...line,
      targets: selection.targets,
      flags: [
        ...selection.flags.filter(([flag]) => flag !== '--all' || !impliesAll),
        ...(draft.flags ?? []),
        ...dryRunFlag(r),
      ],
      ...selectedScope(selection, r.namespace),
      confidence: selection.bySelector
        ? atMost(draft.confidence, 'likely')
        : draft.confidence,
      mergeable: !selection.bySelector,
    },
    selection.parts,
  );
}

/** `kubectl patch`: the body is the patch; its type is only certain for JSON. */
export const patch: Recogniser = (session, r) => {
  if (r.verb !== 'patch' || r.e.fieldManager !== 'kubectl-patch') {
    return;
  }
  const type = patchTypeOf(r);
  const isJson = type === 'json';
  const shown = r.resource === 'secrets' ? REDACTED : JSON.stringify(r.body);
  session.find(
    {
      verb: 'patch',
      targets: [{ resource: r.resource, name: r.name }],
      flags: [
        ...(r.subresource ? [['--subresource', r.subresource] as Flag] : []),
        ...(type ? [['--type', type] as Flag] : []),
        ...(r.body === undefined ? [] : [['-p', shown] as Flag]),
        ...dryRunFlag(r),
      ],
      namespace: r.namespace,
      confidence: isJson && r.resource !== 'secrets' ? 'exact' : 'likely',
      missing: [
        ...(r.body === undefined ? ['-p'] : []),
        ...(isJson ? [] : ['--type']),
      ],
      mergeable: true,
    },
    [r, ...readsBefore(session, r)],
  );
};

/** Strategic, the default, is for built-in types only. */
function patchTypeOf(r: Request): string | undefined {
  if (Array.isArray(r.body)) {
    return 'json';
  }
  const custom = !knownType(r.group, r.resource) && r.body !== undefined;
  return custom ? 'merge' : undefined;
}

/** `kubectl scale`: a patch of the scale without a field manager, or a PUT. */
export const scale: Recogniser = (session, r) => {
  if (
    r.subresource !== 'scale' ||
    r.e.fieldManager ||
    (r.verb !== 'patch' && r.verb !== 'update')
  ) {
    return;
  }
  const replicas = valueAt(r.body, 'spec', 'replicas');
  const known: Flag[] =
    typeof replicas === 'number' ? [['--replicas', String(replicas)]] : [];
  if (r.verb === 'update') {
    scaleIf(session, r, known);
    return;
  }
  const read = session.before(r).find(g => isScaleTarget(g, r));
  findChange(session, r, {
    verb: 'scale',
    flags: known,
    confidence: known.length > 0 ? 'exact' : 'likely',
    missing: known.length > 0 ? [] : ['--replicas'],
  });
  if (read && session.isFree(read)) {
    session.hide(read);
  }
};

/** With `--current-replicas` kubectl reads the scale first and puts it back. */
function scaleIf(session: Session, r: Request, known: Flag[]): void {
  const reads = session
    .before(r)
    .filter(g => g.verb === 'get' && isSameObject(g, r))
    .slice(0, 2);
  const before = valueAt(
    reads.find(g => g.subresource === 'scale')?.response,
    'spec',
    'replicas',
  );
  const current: Flag[] =
    typeof before === 'number' ? [['--current-replicas', String(before)]] : [];
  session.find(
    {
      verb: 'scale',
      targets: [{ resource: r.resource, name: r.name }],
      flags: [...current, ...known, ...dryRunFlag(r)],
      namespace: r.namespace,
      confidence: 'likely',
      missing: [
        ...(known.length > 0 ? [] : ['--replicas']),
        '--current-replicas',
      ],
      mergeable: true,
    },
    [r, ...reads],
  );
}

function isScaleTarget(g: Request, r: Request): boolean {
  return isGet(g) && isSameObject(g, r);
}

/** `key=value`, and `key-` for what a merge patch removes. */
export function keyWords(values: Record<string, unknown>): string[] {
  return Object.entries(values).map(([key, value]) =>
    value === null ? `${key}-` : `${key}=${String(value)}`,
  );
}

const LABELLING: Record<string, { verb: string; path: string }> = {
  'kubectl-label': { verb: 'label', path: 'labels' },
  'kubectl-annotate': { verb: 'annotate', path: 'annotations' },
};

/** `kubectl label` and `kubectl annotate`. */
export const labelOrAnnotate: Recogniser = (session, r) => {
  const known = LABELLING[r.e.fieldManager ?? ''];
  if (!known || (r.verb !== 'patch' && r.verb !== 'update')) {
    return;
  }
  const values =
    r.verb === 'patch' ? objectAt(r.body, 'metadata', known.path) : undefined;
  findChange(session, r, {
    verb: known.verb,
    words: values ? keyWords(values) : [],
    confidence: values ? 'exact' : 'likely',
    missing: values ? [] : [known.path, 'values'],
  });
};
