import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { deliverersOf, type OwnerIndexStore } from '../../catalog';
import type {
  ControllerRef,
  GitOpsControllers,
  LocatedSource,
  SyncState,
} from '../../desired';
import type { TargetState } from '../DriftStore';

/** Marks of so many objects tell who delivers a target. */
const MAX_OBJECTS = 50;

/** What asking controllers needs. */
export interface TargetSyncsOptions {
  controllers: Pick<GitOpsControllers, 'sources' | 'applications'>;
  ownerIndex: Pick<OwnerIndexStore, 'get'>;
  logger: LoggerService;
}

/** What a target is delivered by. */
type Delivered = Pick<TargetState, 'target' | 'objects'>;

/** Asks the GitOps controllers of targets what they applied. */
export class TargetSyncs {
  readonly #options: TargetSyncsOptions;

  constructor(options: TargetSyncsOptions) {
    this.#options = options;
  }

  /** @returns undefined when no controller delivers the target, or none could be asked */
  async of(state: Delivered): Promise<SyncState | undefined> {
    try {
      const { controller } = state.target;
      const sources = controller
        ? await this.#options.controllers.sources(controller)
        : await this.#byMarks(state);
      return sources && syncOfTarget(sources, state.target);
    } catch (error) {
      if (isLookFailure(error)) {
        // The look itself says what it cannot see; that the controller is silent takes nothing from it.
        this.#options.logger.debug(
          `The controller of target ${
            state.target.id
          } could not be asked: ${stringifyError(error)}`,
        );
        return undefined;
      }
      throw error;
    }
  }

  /** Finds the controller by what it wrote on the objects when it delivered them. */
  async #byMarks({
    target,
    objects,
  }: Delivered): Promise<LocatedSource[] | undefined> {
    const { controllers, ownerIndex } = this.#options;
    const keys = objects
      .filter(({ resource }) => resource !== '')
      .slice(0, MAX_OBJECTS)
      .map(({ cluster, apiGroup, resource, namespace, name }) => ({
        cluster,
        apiGroup,
        resource,
        namespace: namespace || undefined,
        name,
      }));
    const [deliverer] =
      keys.length === 0 ? [] : deliverersOf(await ownerIndex.get(keys));
    if (!deliverer) {
      return undefined;
    }
    const { kind, namespace, name } = deliverer;
    if (kind !== 'Application') {
      const ref: ControllerRef = {
        ...deliverer,
        kind,
        namespace: namespace ?? '',
      };
      return controllers.sources(ref);
    }
    // Argo CD may run on another cluster than that which it delivers to.
    const { found } = await controllers.applications({
      name,
      namespace,
      instances: [],
    });
    const fitting = found.filter(({ ref, sources }) =>
      sources.some(
        ({ destination }) =>
          destination.server === undefined &&
          (destination.cluster ?? ref.cluster) === target.cluster,
      ),
    );
    return fitting.length === 1
      ? controllers.sources(fitting[0].ref)
      : undefined;
  }
}

/** Of several sources, the one that the target is of; where that is not clear, no revision is that of the target. */
export function syncOfTarget(
  sources: readonly LocatedSource[],
  target: Delivered['target'],
): SyncState | undefined {
  const own = sources.filter(
    ({ index, path }) =>
      sources.length === 1 ||
      (target.controller
        ? index === target.controller.source
        : path === target.path || path.endsWith(`/${target.path}`)),
  );
  if (own.length === 1) {
    return own[0].sync;
  }
  return sources[0] && { ...sources[0].sync, revision: undefined };
}

function isLookFailure(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'ClusterAccessError' || error.name === 'DesiredStateError')
  );
}
