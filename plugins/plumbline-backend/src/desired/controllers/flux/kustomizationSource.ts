import { toPatch } from '../argo/applicationOptions';
import type { ControllerRef } from '../ControllerRef';
import {
  booleanAt,
  compact,
  isSet,
  mapAt,
  mapsAt,
  textAt,
  textMapAt,
  textsAt,
  type Fields,
} from '../fields';
import type { LocatedSource, SourceInput } from '../LocatedSource';
import type {
  KustomizeImage,
  KustomizeOptions,
  KustomizePatch,
} from '../../rendering';
import { driftIgnoreRules } from './driftIgnoreRules';
import {
  commitOfRevision,
  fetchedRepository,
  leftOutOf,
} from './gitRepository';
import { readySync } from './readySync';

/** What an image of the kustomization keeps. */
const AS_WRITTEN = '*';

/** What Flux does and we do not. */
const UNSUPPORTED: readonly {
  name: string;
  isUsed: (spec: Fields) => boolean;
}[] = [
  {
    name: 'encrypted files (spec.decryption)',
    isUsed: spec => isSet(spec, 'decryption'),
  },
  {
    name: 'delivery to another cluster (spec.kubeConfig)',
    isUsed: spec => isSet(spec, 'kubeConfig'),
  },
  {
    name: 'variables from a Secret (spec.postBuild.substituteFrom)',
    isUsed: spec =>
      mapsAt(spec, 'postBuild', 'substituteFrom').some(
        from => textAt(from, 'kind') !== 'ConfigMap',
      ),
  },
  {
    name: 'spec.ignoreMissingComponents',
    isUsed: spec => isSet(spec, 'ignoreMissingComponents'),
  },
  {
    name: 'spec.buildMetadata',
    isUsed: spec => isSet(spec, 'buildMetadata'),
  },
  {
    name: 'spec.postBuild.substituteStrategy Always without variables',
    isUsed: spec =>
      textAt(spec, 'postBuild', 'substituteStrategy') === 'Always' &&
      !isSet(spec, 'postBuild', 'substitute') &&
      !isSet(spec, 'postBuild', 'substituteFrom'),
  },
  {
    name: 'a path outside of the repository',
    isUsed: spec => (textAt(spec, 'path') ?? '').split('/').includes('..'),
  },
];

/**
 * What a Flux Kustomization delivers.
 *
 * @param kustomization - the raw object
 * @param source - the raw object that its `sourceRef` names; undefined when there is none
 */
export function kustomizationSource(
  ref: ControllerRef,
  kustomization: object,
  source: object | undefined,
): LocatedSource {
  const spec = mapAt(kustomization, 'spec');
  const fetched = source && fetchedRepository(source);
  const kustomize = optionsOf(spec);
  const ignored = driftIgnoreRules(spec, 'spec.ignore');
  const path = pathOf(spec);
  return {
    index: 0,
    repository: fetched?.url ?? '',
    path,
    revision: fetched?.revision,
    renderer: kustomize && 'kustomize',
    isGenerated: true,
    options: { kustomize },
    inputs: variablesOf(spec, ref.namespace),
    destination: { namespace: textAt(spec, 'targetNamespace') },
    unsupported: [
      ...unsupportedSource(spec, source),
      ...(fetched?.unsupported ?? []),
      ...(fetched ? leftOutOf(fetched, path) : []),
      ...UNSUPPORTED.filter(({ isUsed }) => isUsed(spec)).map(
        ({ name }) => name,
      ),
    ],
    notes: ignored.refused,
    ignoreRules: ignored.rules,
    sync: {
      ...readySync(ref, kustomization),
      revision: commitOfRevision(
        textAt(kustomization, 'status', 'lastAppliedRevision'),
      ),
      // It applies all it owns again at each interval.
      automated: booleanAt(spec, 'suspend') !== true,
      selfHeal: booleanAt(spec, 'suspend') !== true,
    },
  };
}

/** Which kind of source, and whether it is one that we read. */
export function unsupportedSource(
  from: Fields,
  source: object | undefined,
): string[] {
  const kind = textAt(from, 'sourceRef', 'kind') ?? 'none';
  if (kind !== 'GitRepository') {
    return [`a source of kind ${kind}`];
  }
  return source
    ? []
    : [
        `GitRepository ${textAt(
          from,
          'sourceRef',
          'name',
        )}, which is not there`,
      ];
}

function pathOf(spec: Fields): string {
  const segments = (textAt(spec, 'path') ?? '.')
    .split('/')
    .filter(segment => segment !== '' && segment !== '.');
  return segments.length === 0 ? '.' : segments.join('/');
}

function optionsOf(spec: Fields): KustomizeOptions | undefined {
  const images = mapsAt(spec, 'images').flatMap(imageOf);
  const components = textsAt(spec, 'components');
  const patches = [
    ...mapsAt(spec, 'patches').flatMap(toPatch),
    ...mapsAt(spec, 'patchesStrategicMerge').map(patch => ({
      patch: JSON.stringify(patch),
    })),
    ...mapsAt(spec, 'patchesJson6902').map(jsonPatchOf),
  ];
  return compact({
    namePrefix: textAt(spec, 'namePrefix'),
    nameSuffix: textAt(spec, 'nameSuffix'),
    namespace: textAt(spec, 'targetNamespace'),
    images: images.length > 0 ? images : undefined,
    components: components.length > 0 ? components : undefined,
    patches: patches.length > 0 ? patches : undefined,
    commonMetadata: compact({
      labels: textMapAt(spec, 'commonMetadata', 'labels'),
      annotations: textMapAt(spec, 'commonMetadata', 'annotations'),
    }),
    substitute: textMapAt(spec, 'postBuild', 'substitute'),
  });
}

/** A tag takes the place of a digest and the other way round; all else stays as the kustomization has it. */
function imageOf(image: Fields): KustomizeImage[] {
  const name = textAt(image, 'name');
  const newTag = textAt(image, 'newTag');
  const digest = textAt(image, 'digest');
  return name === undefined
    ? []
    : [
        {
          name,
          newName: textAt(image, 'newName') ?? AS_WRITTEN,
          newTag: newTag ?? (digest === undefined ? AS_WRITTEN : undefined),
          digest: digest ?? (newTag === undefined ? AS_WRITTEN : undefined),
        },
      ];
}

function jsonPatchOf(entry: Fields): KustomizePatch {
  return {
    patch: JSON.stringify(entry.patch),
    target: textMapAt(entry, 'target'),
  };
}

function variablesOf(spec: Fields, namespace: string): SourceInput[] {
  return mapsAt(spec, 'postBuild', 'substituteFrom').flatMap(from => {
    const name = textAt(from, 'name');
    return name === undefined || textAt(from, 'kind') !== 'ConfigMap'
      ? []
      : [
          {
            kind: 'variables-config-map' as const,
            namespace,
            name,
            isOptional: booleanAt(from, 'optional') ?? false,
          },
        ];
  });
}
