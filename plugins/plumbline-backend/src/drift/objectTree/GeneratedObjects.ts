import {
  ClusterAccessError,
  type ClusterAccess,
  type ClusterRegistry,
  type ClusterResource,
} from '@plumbline/backstage-plugin-plumbline-node';
import { readObjectMetadata } from '../../clusters/objectMetadata';
import { isClaimable } from '../../catalog';
import type { ObservedObjectRecord, TargetRecord } from '../records';
import type { GeneratedObject } from './GeneratedObject';
import { generatedKinds } from './generatedKinds';

/** What controllers made in a target's namespaces, and what could not be listed. */
export interface GeneratedPart {
  objects: GeneratedObject[];
  notes: string[];
}

/**
 * Lists what controllers made as it is now: the owner index keeps what is gone for as long as its events. Metadata only.
 */
export class GeneratedObjects {
  readonly #clusters: ClusterRegistry;

  constructor(clusters: ClusterRegistry) {
    this.#clusters = clusters;
  }

  async of(
    target: Pick<TargetRecord, 'cluster'>,
    declared: readonly ObservedObjectRecord[],
  ): Promise<GeneratedPart> {
    const cluster = await this.#clusters.get(target.cluster);
    if (!cluster?.access) {
      return {
        objects: [],
        notes: [
          `What controllers made is not listed: ${target.cluster} is configured without access`,
        ],
      };
    }
    const { access, claimableNamespaces } = cluster;
    const namespaces = new Set(
      declared
        .map(({ namespace }) => namespace)
        .filter(name => name !== '' && isClaimable(claimableNamespaces, name)),
    );
    try {
      const kinds = generatedKinds(declared, await access.discover());
      return joinParts(
        await Promise.all(
          [...namespaces].flatMap(namespace =>
            kinds.map(kind => listGenerated(access, kind, namespace)),
          ),
        ),
      );
    } catch (error) {
      if (error instanceof ClusterAccessError) {
        return { objects: [], notes: [noteOf('What controllers made', error)] };
      }
      throw error;
    }
  }
}

async function listGenerated(
  access: ClusterAccess,
  { group, version, plural, kind }: ClusterResource,
  namespace: string,
): Promise<GeneratedPart> {
  try {
    const { items } = await access.list({
      group,
      version,
      plural,
      namespace,
      metadataOnly: true,
    });
    const apiVersion = group === '' ? version : `${group}/${version}`;
    return {
      objects: items.flatMap(item => {
        const metadata = readObjectMetadata(item.metadata);
        const { uid, name, ownerReferences: owners } = metadata;
        return uid !== undefined && name !== undefined && owners.length > 0
          ? [{ uid, apiVersion, kind, namespace, name, owners }]
          : [];
      }),
      notes: [],
    };
  } catch (error) {
    if (error instanceof ClusterAccessError) {
      return { objects: [], notes: [noteOf(`${kind} of ${namespace}`, error)] };
    }
    throw error;
  }
}

function noteOf(what: string, { message }: ClusterAccessError): string {
  return `${what} could not be listed: ${message}`;
}

function joinParts(parts: readonly GeneratedPart[]): GeneratedPart {
  return {
    objects: parts.flatMap(({ objects }) => objects),
    notes: parts.flatMap(({ notes }) => notes),
  };
}
