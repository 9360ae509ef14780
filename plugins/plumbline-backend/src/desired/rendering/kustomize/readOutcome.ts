import type {
  KustomizeOptions,
  RenderedManifests,
} from '@plumbline/backstage-plugin-plumbline-node';
import {
  readManifests,
  type JsonMap,
  type JsonValue,
  type KubeObject,
  type ManifestObject,
} from '@plumbline/kube-drift';
import { resolveInTree } from '../treePath';
import { ofRepository } from '../workspaceLayout';
import { substituteVariables } from './substituteVariables';

const ORIGIN = 'config.kubernetes.io/origin';

/** How an outcome is read. */
export interface OutcomeOptions {
  /** File that an object comes from when Kustomize does not say. */
  file: string;
  /** Folder of the workspace that origins are relative to; undefined when none were asked for. */
  originsFrom?: string;
  commonMetadata?: KustomizeOptions['commonMetadata'];
  substitute?: KustomizeOptions['substitute'];
}

/**
 * Reads what Kustomize wrote. The marks that say which file an object comes from become its file, and go.
 *
 * @throws RenderError
 */
export function readOutcome(
  text: string,
  options: OutcomeOptions,
): Pick<RenderedManifests, 'objects' | 'errors'> {
  const { substitute } = options;
  const substituted = substitute
    ? text
        .split(/^---$/m)
        .map(document => substituteVariables(document, substitute))
        .join('---')
    : text;
  const { objects, errors } = readManifests(substituted, {
    file: options.file,
  });
  return {
    objects: objects.map(manifest => withFile(manifest, options)),
    errors,
  };
}

function withFile(
  manifest: ManifestObject,
  { file, originsFrom, commonMetadata }: OutcomeOptions,
): ManifestObject {
  const { metadata } = manifest.object;
  const { [ORIGIN]: origin, ...annotations } = mapOf(metadata.annotations);
  const { annotations: all, ...rest } = metadata;
  const isMarked = originsFrom !== undefined && origin !== undefined;
  const kept = isMarked ? annotations : mapOf(all);
  const object: KubeObject = {
    ...manifest.object,
    metadata: withCommon(
      {
        ...rest,
        ...(Object.keys(kept).length > 0 && { annotations: kept }),
      },
      commonMetadata,
    ),
  };
  return {
    object,
    document: manifest.document,
    file: (isMarked && originFile(origin, originsFrom)) || file,
  };
}

function withCommon(
  metadata: JsonMap,
  common: KustomizeOptions['commonMetadata'] = {},
): JsonMap {
  const { labels, annotations } = common;
  return {
    ...metadata,
    ...(labels && { labels: { ...mapOf(metadata.labels), ...labels } }),
    ...(annotations && {
      annotations: { ...mapOf(metadata.annotations), ...annotations },
    }),
  };
}

/** The mark is a few lines of text: `path:`, or `configuredIn:` for what a generator made. */
function originFile(origin: JsonValue, folder: string): string | undefined {
  const [, path] = /^(?:path|configuredIn): (.+)$/m.exec(String(origin)) ?? [];
  const place = path === undefined ? undefined : resolveInTree(folder, path);
  return place === undefined ? undefined : ofRepository(place);
}

function mapOf(value: JsonValue | undefined): JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
