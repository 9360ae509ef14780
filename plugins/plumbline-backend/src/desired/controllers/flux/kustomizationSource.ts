import { toImage, toPatch } from '../argo/applicationOptions';
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
import { commitOfRevision, fetchedRepository } from './gitRepository';
import { readySync } from './readySync';

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
  return {
    index: 0,
    repository: fetched?.url ?? '',
    path: pathOf(spec),
    revision: fetched?.revision,
    // A folder without a kustomization gets one from Flux when there is something to put in it.
    renderer: kustomize && 'kustomize',
    options: { kustomize },
    inputs: variablesOf(spec, ref.namespace),
    destination: { namespace: textAt(spec, 'targetNamespace') },
    unsupported: [
      ...unsupportedSource(spec, source),
      ...(fetched?.unsupported ?? []),
      ...UNSUPPORTED.filter(({ isUsed }) => isUsed(spec)).map(
        ({ name }) => name,
      ),
    ],
    notes: [],
    ignoreRules: [],
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

function imageOf(image: Fields): KustomizeImage[] {
  const name = textAt(image, 'name');
  return name === undefined
    ? []
    : [
        {
          ...toImage(name),
          newName: textAt(image, 'newName'),
          newTag: textAt(image, 'newTag'),
          digest: textAt(image, 'digest'),
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
