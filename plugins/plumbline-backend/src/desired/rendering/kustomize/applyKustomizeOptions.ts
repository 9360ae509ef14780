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

/** What an entry keeps of the one that it replaces, as in `kustomize edit set image`. */
const AS_WRITTEN = '*';

/** A new entry takes the place of a whole one, except for what it says is to stay. */
function withImage(images: JsonValue[], image: KustomizeImage): JsonValue[] {
  const known = images.find(entry => nameOf(entry) === image.name);
  const written = mapOf(known);
  const entry: JsonMap = { name: image.name };
  for (const field of ['newName', 'newTag', 'digest'] as const) {
    const value = image[field] === AS_WRITTEN ? written[field] : image[field];
    if (value !== undefined) {
      entry[field] = value;
    }
  }
  return known === undefined
    ? [...images, entry]
    : images.map(other => (other === known ? entry : other));
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
