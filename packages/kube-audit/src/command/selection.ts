import { isUnlimitedList, readsBefore } from './absorb';
import type { Draft, Flag, Target } from './Draft';
import type { Request } from './Request';
import type { Session } from './Session';

/** Which objects a command named, and the requests that show it. */
export interface Selection {
  targets: Target[];
  flags: Flag[];
  /** The list went over all namespaces. */
  allNamespaces: boolean;
  /** Chosen by `-l` or `--all` and not by name. */
  bySelector: boolean;
  parts: Request[];
}

/**
 * Names or a selector: kubectl reads each named object once, but lists (without
 * limit) for `-l` and `--all`, and then writes to everything it found.
 */
export function selectionOf(
  session: Session,
  r: Request,
  isSame: (other: Request) => boolean,
): Selection {
  const list = session
    .before(r)
    .find(
      l =>
        isUnlimitedList(l) && l.resource === r.resource && l.group === r.group,
    );
  const inScope =
    list && (list.namespace === undefined || list.namespace === r.namespace);
  if (!list || !inScope || readsBefore(session, r).length > 0) {
    return {
      targets: [{ resource: r.resource, name: r.name }],
      flags: [],
      allNamespaces: false,
      bySelector: false,
      parts: [r, ...readsBefore(session, r)],
    };
  }
  const label = list.query.get('labelSelector');
  const field = list.query.get('fieldSelector');
  const flags: Flag[] = [
    ...(label ? [['-l', label] as Flag] : []),
    ...(field ? [['--field-selector', field] as Flag] : []),
  ];
  return {
    targets: [{ resource: r.resource }],
    flags: flags.length > 0 ? flags : [['--all', true]],
    allNamespaces:
      list.namespace === undefined &&
      r.namespace !== undefined &&
      r.resource !== 'namespaces',
    bySelector: true,
    parts: [r, list, ...session.after(r).filter(isSame)],
  };
}

/** The scope flags of a selection. */
export function selectedScope(
  selection: Selection,
  namespace: string | undefined,
): Pick<Draft, 'namespace' | 'allNamespaces'> {
  return selection.allNamespaces ? { allNamespaces: true } : { namespace };
}
