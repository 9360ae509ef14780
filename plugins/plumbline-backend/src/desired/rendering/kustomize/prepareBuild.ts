import {
  RenderError,
  type RenderRequest,
  type RepositoryFile,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { JsonMap } from '@plumbline/kube-drift';
import { FileTree } from '../FileTree';
import { inWorkspace, layOut } from '../workspaceLayout';
import {
  applyKustomizeOptions,
  changesKustomization,
} from './applyKustomizeOptions';
import { generateKustomization } from './generateKustomization';
import type { Kustomization } from './Kustomization';
import { kustomizationIn, walkKustomizations } from './walkKustomizations';

/** Folder of our own in the workspace. */
const WRAPPER = 'wrapper';

/** What Kustomize is to be given. */
export interface Build {
  /** As they lie in the workspace. */
  files: RepositoryFile[];
  /** The folder of the workspace to build. */
  folder: string;
  /** The kustomization that was asked for, in the repository. */
  file: string;
  /** Folder of the workspace that the marks of origin are relative to; undefined when there are none. */
  originsFrom?: string;
  notes: string[];
}

/**
 * The kustomization of a request, with the changes that a controller asks for.
 *
 * @throws RenderError
 */
export function kustomizationOf(
  tree: FileTree,
  { path, options }: Pick<RenderRequest, 'path' | 'options'>,
): { kustomization: Kustomization; isGenerated: boolean } {
  const written = kustomizationIn(tree, path);
  const found = written ?? generated(tree, path, options);
  const kustomization = changesKustomization(options.kustomize ?? {})
    ? {
        ...found,
        value: applyKustomizeOptions(found.value, options.kustomize ?? {}),
      }
    : found;
  return { kustomization, isGenerated: written === undefined };
}

/**
 * Checks all that a build would read, and lays out what it needs.
 *
 * @throws RenderError for what is refused
 */
export function prepareBuild(request: RenderRequest): Build {
  const { path, files } = request;
  const tree = new FileTree(request);
  const { kustomization, isGenerated } = kustomizationOf(tree, request);
  walkKustomizations(tree, kustomization);
  const isChanged =
    isGenerated || changesKustomization(request.options.kustomize ?? {});
  const build: Build = {
    files: layOut(
      isChanged
        ? [
            ...files.filter(file => file.path !== kustomization.file),
            jsonFile(kustomization.file, kustomization.value),
          ]
        : files,
    ),
    folder: inWorkspace(path),
    file: kustomization.file,
    notes: isGenerated
      ? [
          `${path} has no kustomization: all manifests below it are taken, as Flux does`,
        ]
      : [],
  };
  return isWrappable(kustomization.value) ? wrapped(build) : build;
}

/** A kustomization around the one that was asked for: it has Kustomize say which file an object comes from. */
function wrapped(build: Build): Build {
  const around = {
    resources: [`../${build.folder}`],
    buildMetadata: ['originAnnotations'],
  };
  return {
    ...build,
    files: [...build.files, jsonFile(`${WRAPPER}/kustomization.yaml`, around)],
    folder: WRAPPER,
    originsFrom: WRAPPER,
  };
}

/** Fields that only count in the outermost kustomization, and components, which cannot be resources. */
function isWrappable({ kind, openapi, buildMetadata }: JsonMap): boolean {
  return (
    kind !== 'Component' && openapi === undefined && buildMetadata === undefined
  );
}

function generated(
  tree: FileTree,
  path: string,
  { directory }: RenderRequest['options'],
): Kustomization {
  // Argo CD makes none; only an Application has options for directories.
  if (directory) {
    throw new RenderError(
      `Cannot render: there is no kustomization at ${path}`,
    );
  }
  const file =
    path === '.' ? 'kustomization.yaml' : `${path}/kustomization.yaml`;
  const value = generateKustomization(tree, path);
  if (value.resources.length === 0) {
    throw new RenderError(
      `Cannot render: there is neither a kustomization nor a manifest at ${path}`,
    );
  }
  return {
    file,
    folder: path,
    value,
    lineOf: () => undefined,
  };
}

function jsonFile(path: string, value: object): RepositoryFile {
  return {
    path,
    text: JSON.stringify(value, (_key, item) =>
      // Integers beyond 2^53 have no place in a kustomization but in patches, where they are text.
      typeof item === 'bigint' ? Number(item) : item,
    ),
  };
}
