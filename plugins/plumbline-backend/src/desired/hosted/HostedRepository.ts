import type {
  ScmIntegration,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import gitUrlParse from 'git-url-parse';
import { DesiredStateError } from '../DesiredStateError';
import { HOSTS, type HostTraits } from './hosts';

/** A repository at a host with an integration. */
export interface HostedRepository {
  /** Address without credentials, ref, `.git` and `/` at the end: the same for all spellings. */
  url: string;
  /** With all groups, as the host's API calls it. */
  fullName: string;
  /** Undefined for a kind of host whose addresses we cannot take apart. */
  traits: HostTraits | undefined;
  integration: ScmIntegration;
}

/** A folder of a repository, as an address names it. */
export interface HostedPlace {
  repository: HostedRepository;
  /** Branch, tag or commit; undefined: the default branch. */
  ref: string | undefined;
  /** Relative to the root of the repository; empty for the root. */
  folder: string;
  /** As given, without `url:`. */
  url: string;
}

/**
 * Takes the address of a repository, or of a folder in it, apart. Web addresses, clone addresses and `git@host:path` are
 * understood.
 *
 * @param location - with or without `url:` in front
 * @throws DesiredStateError when no integration is configured for the host, or the address names no repository
 */
export function placeOfLocation(
  integrations: ScmIntegrationRegistry,
  location: string,
): HostedPlace {
  const address = location.replace(/^url:/, '');
  const url = webAddressOf(address);
  const integration = url && integrations.byUrl(url);
  if (!url || !integration) {
    throw new DesiredStateError(
      'not-allowed',
      `No integration is configured for ${hostOf(
        url,
      )}; the operator adds it under integrations`,
    );
  }
  const traits = HOSTS[integration.type];
  const found = traits?.parse(url, integration);
  const repository = {
    url: found?.url ?? url.href,
    fullName: found?.fullName ?? '',
    traits: found && traits,
    integration,
  };
  return {
    repository,
    ref: found?.ref || undefined,
    folder: found?.folder ?? '',
    url: url.href,
  };
}

/** Whether two addresses mean the same repository, whatever the spelling. */
export function repositoryKey(url: string): string {
  return url.replace(/^https?:\/\//, '').toLocaleLowerCase('en-US');
}

/** An http address without credentials; `ssh` and `git@host:path` become the https address of the same repository. */
function webAddressOf(address: string): URL | undefined {
  if (/\p{Cc}/u.test(address)) {
    return undefined;
  }
  if (/^https?:\/\//i.test(address)) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url) {
      url.username = '';
      url.password = '';
    }
    return url;
  }
  if (!/^(ssh:\/\/|[\w.-]+@[\w.-]+:)/.test(address)) {
    return undefined;
  }
  const { resource, full_name } = gitUrlParse(address);
  const web = `https://${resource}/${full_name}`;
  return URL.canParse(web) ? new URL(web) : undefined;
}

function hostOf(url: URL | undefined): string {
  return url?.host || 'this address';
}
