import {
  DefaultGithubCredentialsProvider,
  getGitLabIntegrationRelativePath,
  getGitLabRequestOptions,
  type GithubCredentialsProvider,
  type GithubIntegration,
  type GitLabIntegration,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { SourceChangesQuery, SourceCommit } from '../DesiredSource';
import { DesiredStateError } from '../DesiredStateError';
import { RecentMap } from '../RecentMap';
import { getFromHost } from './getFromHost';
import type { HostedRepository } from './HostedRepository';
import { isCommitId } from './hosts';
import { readGithubCommit, readGitlabCommit } from './readCommit';

const REQUEST_TIMEOUT = 15_000;
/** Commits are remembered by id, so an entry is right for ever. */
const REMEMBERED_COMMITS = 5_000;

/** What a host lets one page hold. */
const MAX_PAGE = 100;

/** A commit by its ref, the last one that touched a file, or those of a span that did. */
interface CommitsAbout {
  ref: string;
  file?: string;
  /** Milliseconds since the epoch. */
  span?: { from: number; to: number; limit: number };
}

/** One question to a host's API. */
interface CommitRequest {
  url: string;
  headers: Record<string, string>;
  /** @returns undefined when the answer names no commit */
  read(answer: unknown): SourceCommit | undefined;
}

/**
 * Asks GitHub and GitLab about commits, with the credentials of the integration. Other kinds of hosts are not asked: their
 * commits have an id, and no author.
 */
export class HostedHistory {
  readonly #github: GithubCredentialsProvider;
  readonly #commits = new RecentMap<SourceCommit>(REMEMBERED_COMMITS);
  readonly #fetch: typeof fetch;

  constructor(options: {
    integrations: ScmIntegrationRegistry;
    fetch?: typeof fetch;
  }) {
    this.#github = DefaultGithubCredentialsProvider.fromIntegrations(
      options.integrations,
    );
    this.#fetch = options.fetch ?? fetch;
  }

  /**
   * The commit that a ref means now.
   *
   * @param ref - branch, tag or commit; undefined: the default branch
   * @returns undefined when hosts of this kind are not asked
   * @throws DesiredStateError when there is no such ref, or the host does not say
   */
  resolve(
    repository: HostedRepository,
    ref: string | undefined,
  ): Promise<SourceCommit | undefined> {
    return this.#ask(repository, { ref: ref ?? 'HEAD' });
  }

  /**
   * The last commit up to another one that touched a file.
   *
   * @returns undefined when hosts of this kind are not asked, or the history does not know
   * @throws DesiredStateError when the host does not say
   */
  lastChange(
    repository: HostedRepository,
    at: { sha: string; file: string },
  ): Promise<SourceCommit | undefined> {
    return this.#ask(repository, { ref: at.sha, file: at.file });
  }

  /**
   * Commits of a branch that touch a path in a span, the newest first; at most 100.
   *
   * @returns undefined when hosts of this kind are not asked
   * @throws DesiredStateError when the host does not say
   */
  async changes(
    repository: HostedRepository,
    query: SourceChangesQuery & { ref: string | undefined },
  ): Promise<SourceCommit[] | undefined> {
    const { ref = 'HEAD', path, from, to, limit } = query;
    const request = await this.#request(repository, {
      ref,
      file: path,
      span: { from, to, limit: Math.min(limit, MAX_PAGE) },
    });
    const answer = request && (await this.#get(repository, request, ref));
    return request && Array.isArray(answer)
      ? answer.flatMap(item => request.read(item) ?? [])
      : undefined;
  }

  async #ask(
    repository: HostedRepository,
    about: CommitsAbout,
  ): Promise<SourceCommit | undefined> {
    const key = JSON.stringify([repository.url, about.ref, about.file]);
    const known = this.#commits.get(key);
    if (known) {
      return known;
    }
    const request = await this.#request(repository, about);
    const commit =
      request && request.read(await this.#get(repository, request, about.ref));
    if (commit && isCommitId(about.ref)) {
      this.#commits.set(key, commit);
    }
    return commit;
  }

  async #request(
    repository: HostedRepository,
    about: CommitsAbout,
  ): Promise<CommitRequest | undefined> {
    switch (repository.integration.type) {
      case 'github': {
        const { headers } = await this.#github.getCredentials({
          url: repository.url,
        });
        return {
          url: githubUrl(repository, about),
          headers: { Accept: 'application/vnd.github+json', ...headers },
          read: readGithubCommit,
        };
      }
      case 'gitlab': {
        const { config } = repository.integration as GitLabIntegration;
        return {
          url: gitlabUrl(repository, about),
          headers: getGitLabRequestOptions(config).headers,
          read: readGitlabCommit,
        };
      }
      default:
        return undefined;
    }
  }

  async #get(
    repository: HostedRepository,
    { url, headers }: CommitRequest,
    ref: string,
  ): Promise<unknown> {
    const name = `${repository.url} at ${ref}`;
    let response: Response;
    try {
      response = await getFromHost(this.#fetch, url, {
        headers,
        timeout: REQUEST_TIMEOUT,
      });
      if (response.ok) {
        return await response.json();
      }
    } catch (error) {
      throw new DesiredStateError('unreachable', `${name} could not be read`, {
        cause: error,
      });
    }
    throw failureOf(name, response.status);
  }
}

function githubUrl(
  { integration, fullName }: HostedRepository,
  { ref, file, span }: CommitsAbout,
): string {
  const { config } = integration as GithubIntegration;
  const commits = `${config.apiBaseUrl}/repos/${fullName}/commits`;
  return file === undefined
    ? `${commits}/${encodeURIComponent(ref)}`
    : `${commits}?${new URLSearchParams({
        sha: ref,
        ...listParameters(file, span),
      })}`;
}

function gitlabUrl(
  { integration, fullName }: HostedRepository,
  { ref, file, span }: CommitsAbout,
): string {
  const { config } = integration as GitLabIntegration;
  const relative = getGitLabIntegrationRelativePath(config).replace(/^\//, '');
  const project = fullName.startsWith(`${relative}/`)
    ? fullName.slice(relative.length + 1)
    : fullName;
  const commits = `${config.apiBaseUrl}/projects/${encodeURIComponent(
    project,
  )}/repository/commits`;
  return file === undefined
    ? `${commits}/${encodeURIComponent(ref)}`
    : `${commits}?${new URLSearchParams({
        ref_name: ref,
        ...listParameters(file, span),
      })}`;
}

/** GitHub and GitLab call these the same. */
function listParameters(
  file: string,
  span: CommitsAbout['span'],
): Record<string, string> {
  return {
    ...(file !== '' && { path: file }),
    per_page: String(span?.limit ?? 1),
    ...(span && {
      since: new Date(span.from).toISOString(),
      until: new Date(span.to).toISOString(),
    }),
  };
}

/** In words of ours: what the host says may quote what it was sent. */
function failureOf(name: string, status: number): DesiredStateError {
  switch (status) {
    case 404:
    case 422:
      return new DesiredStateError(
        'not-found',
        `${name} does not exist, or the integration's credentials may not see it`,
      );
    case 401:
    case 403:
      return new DesiredStateError(
        'not-allowed',
        `${name} may not be read with the credentials of the integration (the host answers ${status})`,
      );
    default:
      return new DesiredStateError(
        'unreachable',
        `${name} could not be read: the host answers ${status}`,
      );
  }
}
