import {
  DesiredStateError,
  type DesiredStates,
  type SourceCommit,
} from '../../desired';
import { toGitCommit } from '../answers/toApi';
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
    { before, limit }: LaneQuery,
  ): Promise<LanePart> {
    if (!target) {
      return empty('The entity no longer declares this target');
    }
    try {
      const { commits, reason } = await this.#desiredStates.changes(target, {
        from: span.from,
        to: before,
        limit: limit + 1,
      });
      const own = incident.cause?.commit?.sha;
      return {
        entries: commits.flatMap(commit => toEntry(commit, own) ?? []),
        lane: { lane: 'git', reason },
        people: [],
      };
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
