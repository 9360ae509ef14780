import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  DesiredSource,
  RefusedFile,
  SourceEvidence,
  SourceReadOptions,
  SourceTree,
} from './DesiredSource';
import { DesiredStateError } from './DesiredStateError';
import { isManifestFile, LimitedFiles, type ReadLimits } from './ReadLimits';
import { RecentMap } from './RecentMap';

const REMEMBERED_TREES = 200;
const READ_TIMEOUT = 120_000;

/** Reads `url:` locations through Backstage, one archive per commit; only from hosts with an integration. */
export class UrlReaderDesiredSource implements DesiredSource {
  readonly #urlReader: UrlReaderService;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #limits: ReadLimits;
  /** The last tree per location and path; its etag is the commit. */
  readonly #trees = new RecentMap<SourceTree>(REMEMBERED_TREES);

  constructor(options: {
    urlReader: UrlReaderService;
    integrations: ScmIntegrationRegistry;
    limits: ReadLimits;
  }) {
    this.#urlReader = options.urlReader;
    this.#integrations = options.integrations;
    this.#limits = options.limits;
  }

  async read(
    location: string,
    path: string,
    { files = 'manifests' }: SourceReadOptions = {},
  ): Promise<SourceTree> {
    const url = this.#allowedUrl(location);
    const key = JSON.stringify([url, path, files]);
    const known = this.#trees.get(key);
    try {
      const tree = await this.#download(
        url,
        path,
        name => files === 'all' || isManifestFile(name),
        known?.commit.sha,
      );
      this.#trees.set(key, tree);
      return tree;
    } catch (error) {
      if (known && isNamed(error, 'NotModifiedError')) {
        return known;
      }
      throw toDesiredStateError(error, url);
    }
  }

  async evidenceOf(
    location: string,
    at: { sha: string; file: string; line?: number },
  ): Promise<SourceEvidence> {
    const url = this.#integrations.resolveUrl({
      url: at.file,
      base: folderUrl(this.#allowedUrl(location)),
      lineNumber: at.line,
    });
    return { url };
  }

  #allowedUrl(location: string): string {
    const url = location.replace(/^url:/, '');
    if (!this.#integrations.byUrl(url)) {
      throw new DesiredStateError(
        'not-allowed',
        `No integration is configured for ${hostOf(
          url,
        )}; the operator adds it under integrations`,
      );
    }
    return url;
  }

  async #download(
    url: string,
    path: string,
    accepts: (name: string) => boolean,
    etag: string | undefined,
  ): Promise<SourceTree> {
    const limited = new LimitedFiles(this.#limits);
    const refused: RefusedFile[] = [];
    const response = await this.#urlReader.readTree(url, {
      etag,
      signal: AbortSignal.timeout(READ_TIMEOUT),
      filter: (name, info) =>
        isBelow(name, path) &&
        accepts(name) &&
        limited.announce(info?.size ?? 0),
    });
    const files = await response.files();
    limited.checkAnnounced();
    for (const file of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
      const content = await file.content();
      limited.checkDepth(file.path, depthBelow(file.path, path));
      if (content.byteLength === 0) {
        // Archives deliver symbolic links as empty files.
        refused.push({
          path: file.path,
          reason: 'is empty, or a symbolic link; links are not followed',
        });
      } else {
        limited.add(file.path, content);
      }
    }
    if (limited.files.length === 0) {
      throw new DesiredStateError(
        'no-manifests',
        `There is no manifest file at or below ${path} of ${url}`,
      );
    }
    return {
      commit: { sha: response.etag },
      files: limited.files,
      refused,
    };
  }
}

function isBelow(name: string, path: string): boolean {
  return path === '.' || name === path || name.startsWith(`${path}/`);
}

function depthBelow(name: string, path: string): number {
  const segments = (text: string) =>
    text.split('/').filter(segment => segment !== '' && segment !== '.').length;
  return Math.max(0, segments(name) - segments(path) - 1);
}

function folderUrl(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'this address';
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

function toDesiredStateError(error: unknown, url: string): DesiredStateError {
  if (error instanceof DesiredStateError) {
    return error;
  }
  if (isNamed(error, 'NotFoundError')) {
    return new DesiredStateError('not-found', `${url} does not exist`, {
      cause: error,
    });
  }
  if (isNamed(error, 'NotAllowedError')) {
    return new DesiredStateError(
      'not-allowed',
      `${url} may not be read with the backend's credentials`,
      { cause: error },
    );
  }
  return new DesiredStateError('unreachable', `${url} could not be read`, {
    cause: error,
  });
}
