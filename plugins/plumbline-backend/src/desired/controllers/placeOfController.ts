import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type { IgnoreRule } from '@plumbline/kube-drift';
import type { DesiredSource } from '../DesiredSource';
import { DesiredStateError } from '../DesiredStateError';
import type { RenderOptions } from '../rendering';
import { controllerText, type ControllerSourceRef } from './ControllerRef';
import type { GitOpsControllers } from './GitOpsControllers';
import type { LocatedSource } from './LocatedSource';
import { readInputs, type InputReader } from './readInputs';
import { settleSource } from './settleSource';

/** Where manifests are, and what is made of them. */
export interface PlaceOfTarget {
  location: string;
  path: string;
  /** Undefined: what the location names. */
  revision: string | undefined;
  renderer: ManifestsRenderer | undefined;
  options: RenderOptions;
  ignoreRules: readonly IgnoreRule[];
  notes: readonly string[];
}

type Controllers = Pick<GitOpsControllers, 'source' | 'configMap'>;

/**
 * Where a controller's object says that manifests are, as it says it now. All of it is input by whoever may edit that
 * object: the repository has to be one of a configured integration like any other.
 *
 * @param at - `revision`: the commit that is read instead of what the object names
 * @throws DesiredStateError when it is not there, or asks for what we do not do; ClusterAccessError
 */
export async function placeOfController(
  ref: ControllerSourceRef,
  controllers: Controllers,
  repositories: DesiredSource,
  { revision }: { revision?: string } = {},
): Promise<PlaceOfTarget> {
  const written = await controllers.source(ref);
  checkSupported(ref, written);
  const { repository } = written;
  const location = `url:${repository}`;
  const at = { revision: revision ?? written.revision };
  const source = await settleSource(written, {
    async manifests() {
      return (await repositories.read(location, written.path, at)).files;
    },
    async has(path) {
      const text = await fileAt(repositories, { repository, path, ...at });
      return text !== undefined;
    },
  });
  checkSupported(ref, source);
  return {
    location,
    path: source.path,
    revision: source.revision,
    renderer: source.renderer,
    options: await readInputs(
      source,
      inputReader(ref, controllers, repositories),
    ),
    ignoreRules: source.ignoreRules,
    notes: source.notes,
  };
}

function checkSupported(
  ref: ControllerSourceRef,
  { unsupported }: LocatedSource,
): void {
  if (unsupported.length > 0) {
    throw new DesiredStateError(
      'unsupported',
      `${controllerText(
        ref,
      )} needs what cannot be rendered here: ${unsupported.join(
        '; ',
      )}. Name its rendered manifests in plumbline.io/manifests, if they are in Git`,
    );
  }
}

function inputReader(
  ref: ControllerSourceRef,
  controllers: Controllers,
  repositories: DesiredSource,
): InputReader {
  return {
    configMap: at => controllers.configMap(ref.cluster, at),
    file: at => fileAt(repositories, at),
  };
}

/** @returns undefined when the repository has no such file */
async function fileAt(
  repositories: DesiredSource,
  {
    repository,
    revision,
    path,
  }: { repository: string; revision: string | undefined; path: string },
): Promise<string | undefined> {
  try {
    const { files } = await repositories.read(`url:${repository}`, path, {
      files: 'all',
      revision,
    });
    return files.find(file => file.path === path)?.text;
  } catch (error) {
    if (
      error instanceof DesiredStateError &&
      error.problem === 'no-manifests'
    ) {
      return undefined;
    }
    throw error;
  }
}
