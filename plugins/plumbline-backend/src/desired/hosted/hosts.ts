import type { ScmIntegration } from '@backstage/integration';
import gitUrlParse from 'git-url-parse';

/** What an address says. */
export interface ParsedAddress {
  url: string;
  fullName: string;
  ref: string;
  folder: string;
}

/** How a kind of host writes addresses, and what Backstage's reader of it can do. */
export interface HostTraits {
  /** What messages call it. */
  title: string;
  /** Whether the reader can be asked for a commit, and not for branches only. */
  readsCommits: boolean;
  /** @returns undefined when it names no repository */
  parse(url: URL, integration: ScmIntegration): ParsedAddress | undefined;
  /**
   * Address of the root of a repository at a ref; of a commit only where {@link readsCommits}.
   *
   * @returns undefined when an address of this host cannot name such a ref
   */
  rootAt(repository: string, ref: string | undefined): string | undefined;
}

const FULL_SHA = /^[0-9a-f]{40}$|^[0-9a-f]{64}$/;
const ANY_SHA = /^[0-9a-f]{7,64}$/;

/** Whether a ref is a whole commit id, which means the same for ever. */
export function isCommitId(ref: string | undefined): ref is string {
  return ref !== undefined && FULL_SHA.test(ref);
}

/** Whether two commit ids mean the same commit, where one may be short. */
export function isSameCommit(
  a: string | undefined,
  b: string | undefined,
): boolean {
  if (!a || !b) {
    return false;
  }
  return ANY_SHA.test(a) && ANY_SHA.test(b)
    ? a.startsWith(b) || b.startsWith(a)
    : a === b;
}

/** By type of the integration. Other hosts are read by the address as it is written, one folder at a time. */
export const HOSTS: Readonly<Record<string, HostTraits>> = {
  github: {
    title: 'GitHub',
    readsCommits: true,
    parse: parseByLibrary,
    rootAt: (repository, ref = '') =>
      withoutSlashes(ref, () =>
        ref === '' ? repository : `${repository}/tree/${ref}`,
      ),
  },
  gitlab: {
    title: 'GitLab',
    readsCommits: true,
    parse: parseByLibrary,
    rootAt: (repository, ref = '') =>
      withoutSlashes(ref, () =>
        ref === '' ? repository : `${repository}/-/tree/${ref}`,
      ),
  },
  gitea: {
    title: 'Gitea',
    readsCommits: true,
    parse: parseGitea,
    rootAt: (repository, ref = 'HEAD') =>
      `${repository}/src/${
        isCommitId(ref) ? 'commit' : 'branch'
      }/${encodeURIComponent(ref)}`,
  },
  bitbucketCloud: {
    title: 'Bitbucket Cloud',
    readsCommits: true,
    parse: parseByLibrary,
    rootAt: (repository, ref = '') =>
      withoutSlashes(ref, () =>
        ref === '' ? repository : `${repository}/src/${ref}`,
      ),
  },
  bitbucketServer: {
    title: 'Bitbucket Server',
    readsCommits: false,
    parse: parseBitbucketServer,
    rootAt: (repository, ref) =>
      ref === undefined
        ? `${repository}/browse`
        : `${repository}/browse?at=${encodeURIComponent(ref)}`,
  },
  azure: {
    title: 'Azure DevOps',
    readsCommits: false,
    parse: parseAzure,
    rootAt: (repository, ref) =>
      ref === undefined
        ? repository
        : `${repository}?version=GB${encodeURIComponent(ref)}`,
  },
};

/** In a path, a ref with `/` cannot be told from a folder. */
function withoutSlashes(
  ref: string,
  address: () => string,
): string | undefined {
  return ref.includes('/') ? undefined : address();
}

function parseByLibrary(url: URL): ParsedAddress | undefined {
  const { full_name, ref, filepath, name } = gitUrlParse(url.href);
  return name
    ? {
        url: `${url.origin}/${full_name}`,
        fullName: full_name,
        ref,
        folder: trimmed(filepath),
      }
    : undefined;
}

function parseGitea(
  url: URL,
  { config }: ScmIntegration & { config?: { baseUrl?: string } },
): ParsedAddress | undefined {
  const base = config?.baseUrl ? new URL(config.baseUrl).pathname : '/';
  const prefix = trimmed(base);
  const path = trimmed(url.pathname);
  const inside =
    prefix !== '' && path.startsWith(`${prefix}/`)
      ? path.slice(prefix.length + 1)
      : path;
  const [owner, repository, , , ref = '', ...folder] = inside.split('/');
  const name = repository?.replace(/\.git$/, '');
  return owner && name
    ? {
        url: [url.origin, prefix, owner, name].filter(Boolean).join('/'),
        fullName: `${owner}/${name}`,
        ref: decodeURIComponent(ref),
        folder: decodeURIComponent(folder.join('/')),
      }
    : undefined;
}

function parseBitbucketServer(url: URL): ParsedAddress | undefined {
  const { owner, name, ref, filepath } = gitUrlParse(url.href);
  const clone = /^\/(?:scm\/)?([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(
    url.pathname,
  );
  const [project, repository] = clone ? clone.slice(1) : [owner, name];
  return project && repository
    ? {
        url: `${url.origin}/projects/${project}/repos/${repository}`,
        fullName: `${project}/${repository}`,
        ref,
        folder: trimmed(filepath),
      }
    : undefined;
}

function parseAzure(url: URL): ParsedAddress | undefined {
  const [, path, name] =
    /^(.*\/_git\/([^/]+?))(?:\.git)?\/?$/.exec(url.pathname) ?? [];
  const version = url.searchParams.get('version') ?? '';
  return path && name
    ? {
        url: `${url.origin}${path}`,
        fullName: trimmed(path.replace('/_git/', '/')),
        ref: version.replace(/^G[BT]/, ''),
        folder: trimmed(url.searchParams.get('path') ?? ''),
      }
    : undefined;
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}
