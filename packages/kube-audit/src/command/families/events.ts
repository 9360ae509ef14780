import type { Draft, Flag } from '../Draft';
import type { Request } from '../Request';
import type { Recogniser } from '../Session';
import { scopeOf } from './read';

/** `kubectl events --for`: its selector has kind, apiVersion and name. */
export const eventsFor: Recogniser = (session, r) => {
  if (r.verb !== 'list' || r.resource !== 'events' || forFlag(r).length === 0) {
    return;
  }
  const watch = session
    .after(r)
    .find(
      w => w.verb === 'watch' && w.resource === 'events' && w.path === r.path,
    );
  session.find(
    {
      ...eventsDraft(r),
      flags: [...forFlag(r), ...(watch ? [['--watch', true] as Flag] : [])],
    },
    [r, ...(watch ? [watch] : [])],
  );
};

function eventsDraft(r: Request): Draft {
  return {
    verb: 'events',
    targets: [],
    ...scopeOf(r),
    confidence: 'likely',
    missing: ['--types'],
  };
}

function forFlag(r: Request): Flag[] {
  const fields = new Map(
    (r.query.get('fieldSelector') ?? '').split(',').map(f => {
      const [key, ...value] = f.split('=');
      return [key, value.join('=')];
    }),
  );
  const kind = fields.get('involvedObject.kind');
  const name = fields.get('involvedObject.name');
  const isFor =
    kind &&
    name &&
    fields.has('involvedObject.apiVersion') &&
    !fields.has('involvedObject.uid');
  return isFor ? [['--for', `${kind.toLowerCase()}/${name}`]] : [];
}

/** `kubectl events --watch`: a watch with a limit, which no other client sends. */
export const eventsWatch: Recogniser = (session, r) => {
  if (r.verb === 'watch' && r.resource === 'events' && r.query.has('limit')) {
    session.find(
      { ...eventsDraft(r), flags: [...forFlag(r), ['--watch', true]] },
      [r],
    );
  }
};
