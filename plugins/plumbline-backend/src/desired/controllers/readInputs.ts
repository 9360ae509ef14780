import type { HelmValues, RenderOptions } from '../rendering';
import { DesiredStateError } from '../DesiredStateError';
import type { LocatedSource, SourceInput } from './LocatedSource';
import { shownAddress } from './shownLocation';

/** Reads what a source takes from elsewhere. */
export interface InputReader {
  /** @returns undefined when the repository has no such file. @throws DesiredStateError */
  file(at: {
    repository: string;
    revision: string | undefined;
    path: string;
  }): Promise<string | undefined>;
  /** @returns undefined when there is no such ConfigMap */
  configMap(at: {
    namespace: string;
    name: string;
  }): Promise<Record<string, string> | undefined>;
}

/**
 * The options of a source with all that they take from elsewhere.
 *
 * @throws DesiredStateError when something is missing that must be there
 */
export async function readInputs(
  source: Pick<LocatedSource, 'options' | 'inputs' | 'path'>,
  reader: InputReader,
): Promise<RenderOptions> {
  const values: HelmValues[] = [];
  const variables: Record<string, string> = {};
  for (const input of source.inputs) {
    if (input.kind === 'variables-config-map') {
      Object.assign(variables, await configMapOf(input, reader));
    } else {
      values.push(...(await valuesOf(input, source.path, reader)));
    }
  }
  const { helm, kustomize } = source.options;
  // What stands in the object itself counts more than what it refers to.
  const substitute = { ...variables, ...kustomize?.substitute };
  return {
    ...source.options,
    ...(values.length > 0 && { helm: { ...helm, values } }),
    ...(Object.keys(substitute).length > 0 && {
      kustomize: { ...kustomize, substitute },
    }),
  };
}

async function valuesOf(
  input: Exclude<SourceInput, { kind: 'variables-config-map' }>,
  folder: string,
  reader: InputReader,
): Promise<HelmValues[]> {
  switch (input.kind) {
    case 'values':
      return [{ yaml: input.yaml, source: input.source }];
    case 'own-values-file':
      return [
        { file: fromFolder(folder, input.path), isOptional: input.isOptional },
      ];
    case 'values-file': {
      const yaml = await reader.file(input);
      const source = `${input.path} of ${shownAddress(input.repository)}`;
      return present(yaml, input, source);
    }
    default: {
      const data = await configMapOf(input, reader);
      const source = `key ${input.key} of ConfigMap ${input.namespace}/${input.name}`;
      return data ? present(data[input.key], input, source) : [];
    }
  }
}

function present(
  yaml: string | undefined,
  { isOptional }: { isOptional: boolean },
  source: string,
): HelmValues[] {
  if (yaml !== undefined) {
    return [{ yaml, source }];
  }
  if (isOptional) {
    return [];
  }
  throw new DesiredStateError('not-found', `Values are missing: ${source}`);
}

async function configMapOf(
  input: { namespace: string; name: string; isOptional: boolean },
  reader: InputReader,
): Promise<Record<string, string> | undefined> {
  const data = await reader.configMap(input);
  if (!data && !input.isOptional) {
    throw new DesiredStateError(
      'not-found',
      `ConfigMap ${input.namespace}/${input.name}, which the controller's object refers to, does not exist`,
    );
  }
  return data;
}

/** A path with `/` in front starts at the root of the repository. */
function fromFolder(folder: string, path: string): string {
  if (!path.startsWith('/')) {
    return path;
  }
  const depth = folder === '.' ? 0 : folder.split('/').length;
  return `${'../'.repeat(depth)}${path.slice(1)}`;
}
