import type { KubeObject } from '@plumbline/kube-drift';
import { readObjectMetadata } from '../../clusters/objectMetadata';
import { maskText } from '../../audit/sensitive/maskText';
import { DesiredStateError } from '../DesiredStateError';
import { applicationSources } from './argo/applicationSources';
import {
  chooseApplications,
  clustersOfInstances,
  type ApplicationChoice,
} from './argo/chooseApplications';
import type {
  ControllerObjects,
  ControllerResource,
  ObjectPlace,
} from './ControllerObjects';
import {
  controllerText,
  type ControllerRef,
  type ControllerSourceRef,
} from './ControllerRef';
import { textAt } from './fields';
import { helmReleaseSource } from './flux/helmReleaseSource';
import { kustomizationSource } from './flux/kustomizationSource';
import type { LocatedSource } from './LocatedSource';

const MAX_MESSAGE = 500;

/** What a controller's object was found to deliver. */
export interface LocatedController {
  ref: ControllerRef;
  sources: LocatedSource[];
}

type FindObject = (
  kind: ControllerResource,
  at: ObjectPlace,
) => Promise<KubeObject | undefined>;

/** Finds out from the objects of Argo CD and Flux where manifests are, and what was applied of them. */
export class GitOpsControllers {
  readonly #objects: ControllerObjects;

  constructor(objects: ControllerObjects) {
    this.#objects = objects;
  }

  /**
   * The Applications that an entity names, on all clusters that can be looked at.
   *
   * @returns what was found, and why some cluster could not be asked
   * @throws LabelSelectorSyntaxError
   */
  async applications(
    choice: ApplicationChoice,
  ): Promise<{ found: LocatedController[]; problems: string[] }> {
    const clusters = clustersOfInstances(
      await this.#objects.clusters(),
      choice.instances,
    );
    const found: LocatedController[] = [];
    const problems: string[] = [];
    for (const cluster of clusters) {
      const listed = await this.#list(cluster);
      if (typeof listed === 'string') {
        problems.push(`${cluster}: ${listed}`);
        continue;
      }
      for (const application of chooseApplications(listed, choice)) {
        const ref = refOf(cluster, 'Application', application);
        found.push({ ref, sources: applicationSources(ref, application) });
      }
    }
    return { found, problems };
  }

  /**
   * What an object delivers, as it is now.
   *
   * @returns undefined when it is not there
   * @throws ClusterAccessError or DesiredStateError when it cannot be read
   */
  async sources(ref: ControllerRef): Promise<LocatedSource[] | undefined> {
    return this.#sources(ref, (kind, at) =>
      this.#objects.get(ref.cluster, kind, at),
    );
  }

  /**
   * What an object delivers, as it was some seconds ago: for questions about many objects.
   *
   * @returns undefined when it is not there
   * @throws ClusterAccessError or DesiredStateError when it cannot be read
   */
  async recentSources(
    ref: ControllerRef,
  ): Promise<LocatedSource[] | undefined> {
    return this.#sources(ref, async (kind, at) => {
      const objects = await this.#objects.list(ref.cluster, kind);
      return objects.find(
        ({ metadata }) =>
          metadata.name === at.name && metadata.namespace === at.namespace,
      );
    });
  }

  /**
   * One source of an object, as it is now.
   *
   * @throws DesiredStateError when it is not there any more; ClusterAccessError
   */
  async source(ref: ControllerSourceRef): Promise<LocatedSource> {
    const sources = await this.sources(ref);
    const source = sources?.find(({ index }) => index === ref.source);
    if (!source) {
      throw new DesiredStateError(
        'not-found',
        sources
          ? `${controllerText(ref)} on ${
              ref.cluster
            } no longer has the source ${ref.source}`
          : `${controllerText(ref)} is no longer on ${ref.cluster}`,
      );
    }
    return source;
  }

  /**
   * Data of a ConfigMap.
   *
   * @returns undefined when it is not there
   */
  async configMap(
    cluster: string,
    at: { namespace: string; name: string },
  ): Promise<Record<string, string> | undefined> {
    const object = await this.#objects.get(cluster, 'ConfigMap', at);
    return object && dataOf(object);
  }

  /** A cluster that does not answer leaves the others as they are. */
  async #list(cluster: string): Promise<KubeObject[] | string> {
    try {
      return await this.#objects.list(cluster, 'Application');
    } catch (error) {
      if (isLookFailure(error)) {
        return error.message;
      }
      throw error;
    }
  }

  async #sources(
    ref: ControllerRef,
    find: FindObject,
  ): Promise<LocatedSource[] | undefined> {
    const object = await find(ref.kind, ref);
    if (!object) {
      return undefined;
    }
    const sources = await sourcesOf(ref, object, find);
    return sources.map(withPresentableSync);
  }
}

async function sourcesOf(
  ref: ControllerRef,
  object: KubeObject,
  find: FindObject,
): Promise<LocatedSource[]> {
  switch (ref.kind) {
    case 'Application':
      return applicationSources(ref, object);
    case 'Kustomization': {
      const source = await gitRepositoryOf(ref, object, ['spec'], find);
      return [kustomizationSource(ref, object, source)];
    }
    default: {
      const chart = ['spec', 'chart', 'spec'];
      const source = await gitRepositoryOf(ref, object, chart, find);
      return [helmReleaseSource(ref, object, source)];
    }
  }
}

async function gitRepositoryOf(
  ref: ControllerRef,
  object: KubeObject,
  path: string[],
  find: FindObject,
): Promise<KubeObject | undefined> {
  const name = textAt(object, ...path, 'sourceRef', 'name');
  const kind = textAt(object, ...path, 'sourceRef', 'kind');
  const namespace =
    textAt(object, ...path, 'sourceRef', 'namespace') ?? ref.namespace;
  return name !== undefined && kind === 'GitRepository'
    ? find('GitRepository', { namespace, name })
    : undefined;
}

/** Controllers quote what API servers and renderers answered, which may quote a value. */
function withPresentableSync(source: LocatedSource): LocatedSource {
  const { message } = source.sync;
  return {
    ...source,
    sync: {
      ...source.sync,
      message: message && maskText(message).slice(0, MAX_MESSAGE),
    },
  };
}

function refOf(
  cluster: string,
  kind: ControllerRef['kind'],
  object: KubeObject,
): ControllerRef {
  const { name = '', namespace = '' } = readObjectMetadata(object.metadata);
  return { cluster, kind, namespace, name };
}

function dataOf(configMap: KubeObject): Record<string, string> {
  const { data } = configMap as { data?: unknown };
  return Object.fromEntries(
    Object.entries(data ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** Only what is understood is a fact about a cluster. */
function isLookFailure(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (error.name === 'ClusterAccessError' || error.name === 'DesiredStateError')
  );
}
