import type { RepositoryFile } from '@plumbline/backstage-plugin-plumbline-node';
import { readDocuments } from '@plumbline/kube-drift';
import { isJsonObject } from '../../clusters/apiServer/json';
import { DesiredStateError } from '../DesiredStateError';
import { joinPath } from '../joinPath';
import { folderOf } from '../rendering/treePath';
import { isKustomizationFile } from '../rendering/whyNoManifest';
import type { LocatedSource, SourceOverrides } from './LocatedSource';

/** By which a repository says what Flux is not to fetch. */
const IGNORE_FILE = '.sourceignore';

/** Reads what a source may be settled by, all of one commit. */
export interface SettlingReader {
  /** Files at and below the path of the source that can hold manifests by their name. */
  manifests(): Promise<readonly RepositoryFile[]>;
  /** @param path - from the root of the repository */
  has(path: string): Promise<boolean>;
}

/**
 * A source as its repository settles it: what of it stands in files beside the manifests.
 *
 * @throws DesiredStateError when such a file cannot be read
 */
export async function settleSource(
  source: LocatedSource,
  reader: SettlingReader,
): Promise<LocatedSource> {
  if (source.overrides) {
    const patches = patchesIn(
      await reader.manifests(),
      source.path,
      source.overrides,
    );
    return patches.length === 0 ? source : source.overrides.apply(patches);
  }
  return source.isGenerated ? generated(source, reader) : source;
}

function patchesIn(
  files: readonly RepositoryFile[],
  folder: string,
  { files: names }: SourceOverrides,
): object[] {
  return names.flatMap(name => {
    const path = folder === '.' ? name : `${folder}/${name}`;
    const file = files.find(candidate => candidate.path === path);
    return file ? patchOf(file) : [];
  });
}

function patchOf({ path, text }: RepositoryFile): object[] {
  const { documents, errors } = readDocuments(text, path);
  const values: unknown[] = documents.map(({ value }) => value);
  const patches = values.filter(isJsonObject);
  const isReadable = values.every(value => value === null) || patches[0];
  if (errors.length > 0 || values.length > 1 || !isReadable) {
    throw new DesiredStateError(
      'unsupported',
      `${path} holds parameter overrides of Argo CD that cannot be read: one YAML map is expected`,
    );
  }
  return patches;
}

/** Of a folder without a kustomization Flux makes one, in which a folder below that has its own counts as what it builds. */
async function generated(
  source: LocatedSource,
  reader: SettlingReader,
): Promise<LocatedSource> {
  const kustomized = (await reader.manifests())
    .map(({ path }) => path)
    .filter(path => isKustomizationFile(path.slice(path.lastIndexOf('/') + 1)));
  if (kustomized.some(path => folderOf(path) === source.path)) {
    return { ...source, renderer: 'kustomize' };
  }
  const own = joinPath(source.path, IGNORE_FILE);
  const ofAll = own !== IGNORE_FILE && (await reader.has(IGNORE_FILE));
  return {
    ...source,
    renderer:
      source.renderer ?? (kustomized.length > 0 ? 'kustomize' : 'plain'),
    unsupported: [
      ...source.unsupported,
      ...((await reader.has(own))
        ? [`files that ${own} leaves out of a folder without a kustomization`]
        : []),
    ],
    notes: [
      ...source.notes,
      ...(ofAll
        ? [
            `The repository has a ${IGNORE_FILE}, which is not followed: what it leaves out of ${source.path} counts here`,
          ]
        : []),
    ],
  };
}
