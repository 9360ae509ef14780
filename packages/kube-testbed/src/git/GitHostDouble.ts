import { createHash } from 'node:crypto';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tarball } from './tarball';

type Files = Record<string, string | Uint8Array | undefined>;
type Query = URLSearchParams;

interface Commit {
  sha: string;
  message: string;
  author: string;
  time: string;
  files: Files;
  changed: string[];
}

/** What is answered: JSON, an archive, or nothing there. */
type Answer = object | Buffer | undefined;

/**
 * The APIs of a Git host, for one repository `shop/deploy`, over HTTP.
 *
 * @internal
 */
export class GitHostDouble {
  readonly requests: string[] = [];
  readonly tokens = new Set<string | undefined>();
  readonly branches = new Map<string, string>();
  readonly #commits = new Map<string, Commit>();
  readonly #server: Server;
  /** Answered to everything instead. */
  status: number | undefined;
  /** Where requests for commits are sent on to, by a part of their path. */
  readonly redirects = new Map<string, string>();

  private constructor(
    readonly kind: 'github' | 'gitlab' | 'gitea',
    readonly title = 'shop/deploy',
  ) {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://host');
      this.requests.push(`${url.pathname}${url.search}`);
      this.tokens.add(request.headers.authorization);
      const redirect = [...this.redirects].find(([part]) =>
        url.pathname.includes(part),
      );
      if (redirect) {
        response.writeHead(301, { location: redirect[1] }).end();
        return;
      }
      const answer =
        this.status === undefined
          ? this.#answer(url.pathname, url.searchParams)
          : undefined;
      if (answer === undefined) {
        response.writeHead(this.status ?? 404).end('{}');
      } else {
        response.end(Buffer.isBuffer(answer) ? answer : JSON.stringify(answer));
      }
    });
  }

  static async start(kind: GitHostDouble['kind']): Promise<GitHostDouble> {
    const double = new GitHostDouble(kind);
    await new Promise<void>(resolve =>
      double.#server.listen(0, '127.0.0.1', resolve),
    );
    return double;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise(resolve => this.#server.close(() => resolve()));
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get repository(): string {
    return `http://${this.host}/${this.title}`;
  }

  /** The integration that a portal configures for it. */
  get integrations(): object {
    const { host } = this;
    const base = `http://${host}`;
    const entry = {
      github: { host, apiBaseUrl: `${base}/api/v3`, token: 'word' },
      gitlab: {
        host,
        apiBaseUrl: `${base}/api/v4`,
        baseUrl: base,
        token: 'word',
      },
      gitea: { host, baseUrl: base, password: 'word' },
    }[this.kind];
    return { [this.kind]: [entry] };
  }

  get archives(): string[] {
    return this.requests.filter(path => /tarball|archive/.test(path));
  }

  /** Commits to a branch on top of what it holds. @returns the commit's id */
  commit(files: Files, message: string, branch = 'main'): string {
    const before = this.#commits.get(this.branches.get(branch) ?? '');
    const merged = { ...before?.files, ...files };
    const sha = createHash('sha1')
      .update(JSON.stringify([before?.sha, Object.keys(files), message]))
      .digest('hex');
    this.#commits.set(sha, {
      sha,
      message,
      author: 'lena.ortiz',
      time: '2026-11-20T14:00:00Z',
      files: merged,
      changed: Object.keys(files),
    });
    this.branches.set(branch, sha);
    return sha;
  }

  #answer(path: string, query: Query): Answer {
    switch (this.kind) {
      case 'github':
        return this.#github(
          path.replace('/api/v3/repos/shop/deploy', ''),
          query,
        );
      case 'gitlab':
        return this.#gitlab(
          path.replace('/api/v4/projects/shop%2Fdeploy', ''),
          query,
        );
      default:
        return this.#gitea(path.replace('/api/v1/repos/shop/deploy', ''));
    }
  }

  #github(path: string, query: Query): Answer {
    const api = `http://${this.host}/api/v3/repos/shop/deploy`;
    const asked = (ref: string) => this.#at(decodeURIComponent(ref));
    const shown = ({ sha, message, author, time }: Commit) => ({
      sha,
      html_url: `${this.repository}/commit/${sha}`,
      commit: { message, author: { name: author, date: time } },
    });
    if (path === '') {
      return { default_branch: 'main' };
    }
    const status = /^\/commits\/([^/]+)\/status$/.exec(path);
    if (status) {
      const commit = asked(status[1]);
      return (
        commit && {
          sha: commit.sha,
          repository: { archive_url: `${api}/{archive_format}{/ref}` },
        }
      );
    }
    const one = /^\/commits\/([^/]+)$/.exec(path);
    if (one) {
      const commit = asked(one[1]);
      return commit && shown(commit);
    }
    if (path === '/commits') {
      return this.#touching(query.get('sha'), query.get('path')).map(shown);
    }
    const archive = /^\/tarball\/([^/]+)$/.exec(path);
    return archive ? this.#archive(asked(archive[1])) : undefined;
  }

  #gitlab(path: string, query: Query): Answer {
    const shown = ({ sha, message, author, time }: Commit) => ({
      id: sha,
      title: message.split('\n')[0],
      author_name: author,
      authored_date: time,
      web_url: `${this.repository}/-/commit/${sha}`,
    });
    if (path === '') {
      return { default_branch: 'main' };
    }
    if (path === '/repository/commits') {
      const ref = query.get('ref_name');
      const file = query.get('path');
      const commit = this.#at(ref ?? '');
      const last = commit ? [commit] : [];
      return (file ? this.#touching(ref, file) : last).map(shown);
    }
    const one = /^\/repository\/commits\/([^/]+)$/.exec(path);
    if (one) {
      const commit = this.#at(decodeURIComponent(one[1]));
      return commit && shown(commit);
    }
    return path === '/repository/archive'
      ? this.#archive(this.#at(query.get('sha') ?? ''))
      : undefined;
  }

  #gitea(path: string): Answer {
    const one = /^\/git\/commits\/([^/]+)$/.exec(path);
    if (one) {
      const commit = this.#at(decodeURIComponent(one[1]));
      return commit && { sha: commit.sha };
    }
    const archive = /^\/archive\/(.+)\.tar\.gz$/.exec(path);
    return archive
      ? this.#archive(this.#at(decodeURIComponent(archive[1])))
      : undefined;
  }

  #at(ref: string): Commit | undefined {
    const name = ref === 'HEAD' ? 'main' : ref;
    return this.#commits.get(this.branches.get(name) ?? name);
  }

  #touching(ref: string | null, file: string | null): Commit[] {
    const all = [...this.#commits.values()];
    const until = all.findIndex(({ sha }) => sha === this.#at(ref ?? '')?.sha);
    return all
      .slice(0, until + 1)
      .filter(({ changed }) => changed.includes(file ?? ''))
      .reverse();
  }

  #archive(commit: Commit | undefined): Buffer | undefined {
    return commit && tarball('shop-deploy-abc', commit.files);
  }
}
