import {
  ClusterAccessError,
  type ClusterAccess,
} from '@plumbline/backstage-plugin-plumbline-node';
import { compileOpenApi, type CompiledSchema } from '@plumbline/kube-drift';
import { RecentMap } from '../../desired/RecentMap';
import type { DeclaredObject } from './declaredObject';
import { isCustomGroup } from './isCustomGroup';

/** Documents whose compiled form is remembered, of all clusters; each takes some ten kilobytes. */
const REMEMBERED = 300;
const INDEX_LIFETIME = 30_000;

/** What a cluster says of its kinds. */
export interface ClusterSchema {
  /** Undefined when it says nothing: then kube-drift's own snapshot does. */
  schema: CompiledSchema | undefined;
  /** Why kinds that only the cluster knows are compared without their schema. */
  notes: string[];
}

type Described = Pick<DeclaredObject, 'kind' | 'resource'>;

/** Reads the schemas of declared kinds from their clusters, each document once for as long as it stays the same. */
export class ClusterSchemas {
  readonly #compiled = new RecentMap<Promise<CompiledSchema>>(REMEMBERED);
  readonly #indexes = new WeakMap<
    ClusterAccess,
    { until: number; paths: Promise<ReadonlyMap<string, string>> }
  >();

  async of(
    access: ClusterAccess,
    declared: readonly Described[],
  ): Promise<ClusterSchema> {
    const groupVersions = [
      ...new Set(declared.flatMap(({ resource }) => pathOf(resource) ?? [])),
    ].sort();
    if (!access.openApiPaths || groupVersions.length === 0) {
      return { schema: undefined, notes: [] };
    }
    const read = await Promise.all(
      groupVersions.map(groupVersion => this.#read(access, groupVersion)),
    );
    const schemas = read.flatMap(one => ('schema' in one ? [one.schema] : []));
    const failures = new Map(
      read.flatMap((one, i) =>
        'reason' in one ? [[groupVersions[i], one.reason]] : [],
      ),
    );
    return {
      schema: schemas.length > 0 ? merged(schemas) : undefined,
      notes: notesOf(declared, failures),
    };
  }

  async #read(
    access: ClusterAccess,
    groupVersion: string,
  ): Promise<{ schema: CompiledSchema } | { reason: string }> {
    try {
      const path = (await this.#paths(access)).get(groupVersion);
      if (path === undefined) {
        return { reason: 'the cluster does not describe it' };
      }
      return { schema: await this.#document(access, path) };
    } catch (error) {
      // Objects are read next: a cluster that does not answer at all is told then.
      if (error instanceof ClusterAccessError) {
        return { reason: error.message };
      }
      throw error;
    }
  }

  async #paths(access: ClusterAccess): Promise<ReadonlyMap<string, string>> {
    const known = this.#indexes.get(access);
    if (known && known.until >= Date.now()) {
      return known.paths;
    }
    const paths = access.openApiPaths?.() ?? Promise.resolve(new Map());
    this.#indexes.set(access, { until: Date.now() + INDEX_LIFETIME, paths });
    return paths;
  }

  async #document(
    access: ClusterAccess,
    path: string,
  ): Promise<CompiledSchema> {
    // The path has a hash of the content, which another cluster may claim for something else.
    const key = JSON.stringify([access.cluster, path]);
    const known = this.#compiled.get(key);
    if (known) {
      return known;
    }
    const compiled = Promise.resolve(access.openApiDocument?.(path)).then(
      document => compileOpenApi([document]),
    );
    if (path.includes('hash=')) {
      this.#compiled.set(key, compiled);
      compiled.catch(() => this.#compiled.delete(key));
    }
    return compiled;
  }
}

/** As the index names it. */
function pathOf(resource: DeclaredObject['resource']): string | undefined {
  if (!resource) {
    return undefined;
  }
  const { group, version } = resource;
  return group === '' ? `api/${version}` : `apis/${group}/${version}`;
}

function merged(schemas: readonly CompiledSchema[]): CompiledSchema {
  return {
    kinds: Object.assign({}, ...schemas.map(({ kinds }) => kinds)),
    types: Object.assign({}, ...schemas.map(({ types }) => types)),
  };
}

function notesOf(
  declared: readonly Described[],
  failures: ReadonlyMap<string, string>,
): string[] {
  const notes = declared.flatMap(({ kind, resource }) => {
    const reason = failures.get(pathOf(resource) ?? '');
    return resource && reason !== undefined && isCustomGroup(resource.group)
      ? [
          `${kind} of ${resource.group} is compared without its schema, so that lists and defaults may look like drift: ${reason}`,
        ]
      : [];
  });
  return [...new Set(notes)];
}
