import type { NormalizedEvent, NormalizedUser } from '../event/NormalizedEvent';
import type { Command } from './Command';
import { renderDraft, type Draft, type Flag } from './Draft';
import { equivalentOf } from './families/equivalent';
import { hideDiscovery } from './families/discovery';
import { RECOGNISERS } from './families/recognisers';
import { isKubectl } from './kubectlClient';
import { mergeFindings } from './mergeFindings';
import { groupRequests, type Request } from './Request';
import { Session, type Finding } from './Session';

/** Commands by event. */
export interface Reconstruction {
  /** The command at the first event of what belongs to it. */
  commands: (Command | undefined)[];
  /** For each event the index of the event that shows its command, else its own. */
  heads: number[];
}

/** Reads commands out of events, client by client. */
export function reconstructCommands(events: NormalizedEvent[]): Reconstruction {
  const commands: (Command | undefined)[] = events.map(() => undefined);
  const heads = events.map((_, i) => i);
  for (const requests of byClient(groupRequests(events)).values()) {
    for (const { draft, shown, parts } of findingsOf(requests)) {
      const head = shown.index;
      commands[head] = toCommand(draft, shown);
      for (const index of parts.flatMap(p => p.events)) {
        heads[index] = head;
      }
    }
  }
  return { commands, heads };
}

function byClient(requests: Request[]): Map<string, Request[]> {
  const clients = new Map<string, Request[]>();
  for (const r of requests) {
    const { user, impersonatedUser, userAgent, sourceIP } = r.e;
    const key = JSON.stringify([
      user.username,
      impersonatedUser?.username,
      userAgent,
      sourceIP,
    ]);
    const known = clients.get(key);
    if (known) {
      known.push(r);
    } else {
      clients.set(key, [r]);
    }
  }
  for (const list of clients.values()) {
    list.sort((a, b) => a.time - b.time);
  }
  return clients;
}

function findingsOf(requests: Request[]): Finding[] {
  const session = new Session(requests);
  if (!isKubectl(requests)) {
    return equivalents(session);
  }
  for (const pass of RECOGNISERS) {
    for (const request of requests) {
      for (const recognise of pass) {
        if (session.isFree(request)) {
          recognise(session, request);
        }
      }
    }
  }
  for (const request of requests.filter(r => session.isFree(r))) {
    findEquivalent(session, request);
  }
  return mergeFindings(session.findings);
}

function equivalents(session: Session): Finding[] {
  for (const request of session.requests) {
    hideDiscovery(session, request);
    if (session.isFree(request)) {
      findEquivalent(session, request);
    }
  }
  return session.findings;
}

function findEquivalent(session: Session, request: Request): void {
  const draft = equivalentOf(request);
  if (draft) {
    session.find(draft, [request]);
  }
}

function toCommand(draft: Draft, shown: Request): Command {
  return {
    text: renderDraft(draft, impersonationFlags(shown.e.impersonatedUser)),
    confidence: draft.confidence,
    missing: [...new Set(draft.missing)],
  };
}

/** Groups the API server adds to every user, or to every service account. */
const IMPLIED_GROUP = /^system:(authenticated|serviceaccounts(:.*)?)$/;

function impersonationFlags(user: NormalizedUser | undefined): Flag[] {
  if (!user) {
    return [];
  }
  return [
    ['--as', user.username],
    ...user.groups
      .filter(group => !IMPLIED_GROUP.test(group))
      .map((group): Flag => ['--as-group', group]),
    ...(user.uid ? [['--as-uid', user.uid] as Flag] : []),
  ];
}
