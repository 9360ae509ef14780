import type {
  KustomizeImage,
  KustomizeOptions,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { JsonMap, JsonValue } from '@plumbline/kube-drift';

/** Options that change the kustomization itself, rather than its outcome. */
export function changesKustomization(options: KustomizeOptions): boolean {
  const { commonMetadata, substitute, ...changes } = options;
  return Object.values(changes).some(value => value !== undefined);
}

/** The kustomization as a controller would edit it before the build. The input is left as it is. */
export function applyKustomizeOptions(
  kustomization: JsonMap,
  options: KustomizeOptions,
): JsonMap {
  const { namePrefix, nameSuffix, namespace } = options;
  return {
    ...kustomization,
    ...(namePrefix !== undefined && { namePrefix }),
    ...(nameSuffix !== undefined && { nameSuffix }),
    ...(namespace !== undefined && { namespace }),
    ...(options.images && {
      images: options.images.reduce(withImage, listOf(kustomization.images)),
    }),
    ...(options.replicas && {
      replicas: [
        ...listOf(kustomization.replicas).filter(
          entry =>
            !options.replicas?.some(({ name }) => name === nameOf(entry)),
        ),
        ...options.replicas,
      ],
    }),
    ...(options.labels && {
      labels: [
        ...listOf(kustomization.labels),
        ...options.labels.map(label => ({ ...label } as JsonMap)),
      ],
    }),
    ...(options.commonAnnotations && {
      commonAnnotations: {
        ...mapOf(kustomization.commonAnnotations),
        ...options.commonAnnotations,
      },
    }),
    ...(options.components && {
      components: [...listOf(kustomization.components), ...options.components],
    }),
    ...(options.patches && {
      patches: [
        ...listOf(kustomization.patches),
        ...options.patches.map(patch => ({ ...patch } as JsonMap)),
      ],
    }),
  };
}

/** A tag replaces a digest and the other way round; a new name stays unless it is replaced. */
function withImage(images: JsonValue[], image: KustomizeImage): JsonValue[] {
  const known = images.find(entry => nameOf(entry) === image.name);
  const { newTag, digest, ...rest } = mapOf(known);
  const hasVersion = image.newTag !== undefined || image.digest !== undefined;
  const merged: JsonMap = {
    ...rest,
    ...(!hasVersion && newTag !== undefined && { newTag }),
    ...(!hasVersion && digest !== undefined && { digest }),
    ...(image as object),
  };
  return known === undefined
    ? [...images, merged]
    : images.map(entry => (entry === known ? merged : entry));
}

function nameOf(entry: JsonValue): JsonValue | undefined {
  return mapOf(entry).name;
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function mapOf(value: JsonValue | undefined): JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
