import type { ScmIntegrationRegistry } from '@backstage/integration';
import { DesiredStateError } from '../DesiredStateError';
import { placeOfLocation, repositoryKey } from './HostedRepository';

/** What the address of a location means, without asking anybody. */
export interface RepositoryAddress {
  /** The same text for all spellings of the address of a repository. */
  repository: string;
  /** `owner/name`. */
  fullName: string;
  /** Undefined: the default branch. */
  ref: string | undefined;
  /** From the root of the repository; empty for the root. */
  folder: string;
}

/** Takes addresses of repositories apart. */
export class RepositoryAddresses {
  readonly #integrations: ScmIntegrationRegistry;

  constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
  }

  /** @returns undefined for a local folder, and for a host without an integration */
  of(location: string): RepositoryAddress | undefined {
    if (!location.startsWith('url:')) {
      return undefined;
    }
    try {
      const place = placeOfLocation(this.#integrations, location);
      const { repository, ref, folder } = place;
      return {
        repository: repositoryKey(repository.url),
        fullName: repository.fullName,
        ref,
        folder,
      };
    } catch (error) {
      if (error instanceof DesiredStateError) {
        return undefined;
      }
      throw error;
    }
  }
}
