import {
  type ClusterAccess,
  ClusterAccessError,
  type ClusterGetQuery,
  type ClusterList,
  type ClusterListQuery,
  type ClusterResource,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { KubeObject } from '@plumbline/kube-drift';
import { join } from 'node:path';
import { isJsonObject } from '../apiServer/json';
import {
  apiVersionOf,
  metadataOf,
  typedObject,
} from '../apiServer/typedObject';
import {
  LabelSelectorSyntaxError,
  matchesLabels,
  parseLabelSelector,
} from '../labelSelector';
import { readObjectMetadata } from '../objectMetadata';
import {
  readJsonFile,
  readSnapshotIndex,
  type SnapshotResource,
} from './readSnapshotIndex';

/**
 * A cluster as it was when it was recorded into a folder. Files are read at each look: a new recording shows at once.
 */
export class SnapshotClusterAccess implements ClusterAccess {
  readonly kind = 'snapshot';
  readonly cluster: string;
  readonly #folder: string;

  constructor(options: { cluster: string; folder: string }) {
    this.cluster = options.cluster;
    this.#folder = options.folder;
  }

  async discover(): Promise<ClusterResource[]> {
    const resources = await this.#resources();
    return resources.map(({ group, version, kind, plural, namespaced }) => ({
      group,
      version,
      kind,
      plural,
      namespaced,
      verbs: ['get', 'list'],
    }));
  }

  async get(query: ClusterGetQuery): Promise<KubeObject | undefined> {
    const objects = await this.#read(query);
    return objects.find(
      ({ metadata }) =>
        metadata.name === query.name && metadata.namespace === query.namespace,
    );
  }

  async list(query: ClusterListQuery): Promise<ClusterList> {
    const objects = await this.#read(query);
    const matches = this.#matcher(query.labelSelector);
    const items = objects.filter(
      object =>
        (query.namespace === undefined ||
          object.metadata.namespace === query.namespace) &&
        matches(readObjectMetadata(object.metadata).labels),
    );
    return { items: query.metadataOnly ? items.map(metadataOf) : items };
  }

  async #read(
    query: Pick<ClusterListQuery, 'group' | 'version' | 'plural'>,
  ): Promise<KubeObject[]> {
    const resources = await this.#resources();
    const resource = resources.find(
      ({ group, version, plural }) =>
        group === query.group &&
        version === query.version &&
        plural === query.plural,
    );
    if (!resource) {
      const apiVersion = apiVersionOf(query.group, query.version);
      throw new ClusterAccessError(
        this.cluster,
        'unknown-kind',
        `${query.plural} of ${apiVersion} were not recorded`,
      );
    }
    return this.#objects(resource);
  }

  async #resources(): Promise<SnapshotResource[]> {
    const index = await this.#orProblem(readSnapshotIndex(this.#folder));
    return index.resources;
  }

  async #objects(resource: SnapshotResource): Promise<KubeObject[]> {
    const list = await this.#orProblem(
      readJsonFile(join(this.#folder, resource.file)),
    );
    const items = isJsonObject(list) ? list.items : undefined;
    const type = {
      apiVersion: apiVersionOf(resource.group, resource.version),
      kind: resource.kind,
    };
    const objects = Array.isArray(items)
      ? items.map(item => typedObject(item, type))
      : [undefined];
    return objects.map(object => {
      if (!object) {
        throw new ClusterAccessError(
          this.cluster,
          'invalid-answer',
          `${resource.file} of the recording is no complete List`,
        );
      }
      return object;
    });
  }

  async #orProblem<T>(reading: Promise<T>): Promise<T> {
    try {
      return await reading;
    } catch (error) {
      throw new ClusterAccessError(
        this.cluster,
        'unreachable',
        `the recording is not usable: ${
          error instanceof Error ? error.message : String(error)
        }`,
        { cause: error },
      );
    }
  }

  #matcher(
    selector: string | undefined,
  ): (labels: Record<string, string>) => boolean {
    try {
      const requirements = parseLabelSelector(selector ?? '');
      return labels => matchesLabels(requirements, labels);
    } catch (error) {
      if (error instanceof LabelSelectorSyntaxError) {
        throw new ClusterAccessError(
          this.cluster,
          'invalid-answer',
          error.message,
          { cause: error },
        );
      }
      throw error;
    }
  }
}
