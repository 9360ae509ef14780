import {
  DesiredStateError,
  type DesiredStates,
  type SourceCommit,
} from '../../desired';
import { toGitCommit } from '../answers/toApi';
import { readLane } from './laneRead';
import type { LanePart, TimelineEntry } from './TimelineEntry';
import type { LaneQuery, TimelineScene } from './TimelineScene';

/** Commits that touch the target's path. */
export class GitLane {
  readonly #desiredStates: Pick<DesiredStates, 'changes'>;

  constructor(desiredStates: Pick<DesiredStates, 'changes'>) {
    this.#desiredStates = desiredStates;
  }

  async read(
    { incident, target, span }: TimelineScene,
    query: LaneQuery,
  ): Promise<LanePart> {
    if (!target) {
      return empty('The entity no longer declares this target');
    }
    try {
      const own = incident.cause?.commit?.sha;
      let reason: string | undefined;
      const entries = await readLane(query, async count => {
        const changes = await this.#desiredStates.changes(target, {
          from: span.from,
          to: query.before,
          limit: count,
        });
        reason = changes.reason;
        return {
          entries: changes.commits.flatMap(one => toEntry(one, own) ?? []),
          isAll: changes.commits.length < count,
        };
      });
      return { entries, lane: { lane: 'git', reason }, people: [] };
    } catch (error) {
      if (error instanceof DesiredStateError) {
        return empty(error.message);
      }
      throw error;
    }
  }
}

function toEntry(
  commit: SourceCommit,
  own: string | undefined,
): TimelineEntry | undefined {
  const { sha, author, message, time } = commit;
  const short = sha.slice(0, 7);
  return time === undefined
    ? undefined
    : {
        id: `git:${sha}`,
        time,
        lane: 'git',
        kind: 'commit',
        text: `${author ?? 'Somebody'} committed ${short}${
          message ? `: ${message}` : ''
        }`,
        label: short,
        ofIncident: sha === own,
        commit: toGitCommit(commit),
      };
}

function empty(reason: string): LanePart {
  return { entries: [], lane: { lane: 'git', reason }, people: [] };
}
