import type { SourceCommit } from '../DesiredSource';

type Json = Record<string, unknown>;

/** Reads GitHub's answer on a commit, or the first of a list of commits. */
export function readGithubCommit(answer: unknown): SourceCommit | undefined {
  const commit = firstOf(answer);
  const sha = text(commit?.sha);
  if (!commit || sha === undefined) {
    return undefined;
  }
  const details = map(commit.commit);
  const author = map(details?.author);
  return {
    sha,
    author: text(author?.name) ?? text(author?.email),
    message: firstLine(details?.message),
    time: timeOf(author?.date),
    url: webUrl(commit.html_url),
  };
}

/** Reads GitLab's answer on a commit, or the first of a list of commits. */
export function readGitlabCommit(answer: unknown): SourceCommit | undefined {
  const commit = firstOf(answer);
  const sha = text(commit?.id);
  if (!commit || sha === undefined) {
    return undefined;
  }
  return {
    sha,
    author: text(commit.author_name) ?? text(commit.author_email),
    message: text(commit.title) ?? firstLine(commit.message),
    time: timeOf(commit.authored_date ?? commit.created_at),
    url: webUrl(commit.web_url),
  };
}

function firstOf(answer: unknown): Json | undefined {
  return map(Array.isArray(answer) ? answer[0] : answer);
}

function map(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function firstLine(value: unknown): string | undefined {
  return text(value)?.split('\n', 1)[0];
}

function timeOf(value: unknown): number | undefined {
  const time = Date.parse(text(value) ?? '');
  return Number.isNaN(time) ? undefined : time;
}

function webUrl(value: unknown): string | undefined {
  const url = text(value);
  return url && /^https?:\/\//.test(url) ? url : undefined;
}
