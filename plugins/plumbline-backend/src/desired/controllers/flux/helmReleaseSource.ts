import { createHash } from 'node:crypto';
import type { HelmOptions } from '../../rendering';
import type { ControllerRef } from '../ControllerRef';
import {
  booleanAt,
  compact,
  isSet,
  mapAt,
  mapsAt,
  textAt,
  textsAt,
  timeAt,
  type Fields,
} from '../fields';
import type { LocatedSource, SourceInput } from '../LocatedSource';
import type { SyncState } from '../SyncState';
import { fetchedRepository, leftOutOf } from './gitRepository';
import { driftIgnoreRules } from './driftIgnoreRules';
import { unsupportedSource } from './kustomizationSource';
import { readySync } from './readySync';

const MAX_RELEASE_NAME = 53;

/** What Flux does and we do not. */
const UNSUPPORTED: readonly {
  name: string;
  isUsed: (spec: Fields, chart: Fields) => boolean;
}[] = [
  {
    name: 'a chart by reference (spec.chartRef)',
    isUsed: spec => isSet(spec, 'chartRef'),
  },
  {
    name: 'spec.postRenderers',
    isUsed: spec => isSet(spec, 'postRenderers'),
  },
  {
    name: 'spec.commonMetadata',
    isUsed: spec => isSet(spec, 'commonMetadata'),
  },
  {
    name: 'values of the release before (spec.upgrade.preserveValues)',
    isUsed: spec => isSet(spec, 'upgrade', 'preserveValues'),
  },
  {
    name: 'spec.chart.spec.valuesFile of an old version of Flux',
    isUsed: (_, chart) => isSet(chart, 'valuesFile'),
  },
  {
    name: 'delivery to another cluster (spec.kubeConfig)',
    isUsed: spec => isSet(spec, 'kubeConfig'),
  },
  {
    name: 'values from a Secret (spec.valuesFrom)',
    isUsed: spec =>
      mapsAt(spec, 'valuesFrom').some(
        from => textAt(from, 'kind') !== 'ConfigMap',
      ),
  },
  {
    name: 'spec.valuesFrom with targetPath',
    isUsed: spec =>
      mapsAt(spec, 'valuesFrom').some(from => isSet(from, 'targetPath')),
  },
  {
    name: "values files that leave the chart's own values.yaml out",
    isUsed: (_, chart) => {
      const [first] = textsAt(chart, 'valuesFiles');
      return (
        first !== undefined &&
        normalised(first) !== `${pathOf(chart)}/values.yaml`
      );
    },
  },
  {
    name: 'a path outside of the repository',
    isUsed: (_, chart) =>
      [textAt(chart, 'chart') ?? '', ...textsAt(chart, 'valuesFiles')].some(
        path => path.split('/').includes('..'),
      ),
  },
];

/**
 * What a Flux HelmRelease delivers.
 *
 * @param release - the raw object
 * @param source - the raw object that the chart's `sourceRef` names; undefined when there is none
 */
export function helmReleaseSource(
  ref: ControllerRef,
  release: object,
  source: object | undefined,
): LocatedSource {
  const spec = mapAt(release, 'spec');
  const chart = mapAt(spec, 'chart', 'spec');
  const fetched = source && fetchedRepository(source);
  const isByReference = isSet(spec, 'chartRef');
  const namespace = textAt(spec, 'targetNamespace') ?? ref.namespace;
  const ignored = driftIgnoreRules(
    mapAt(spec, 'driftDetection'),
    'driftDetection.ignore',
  );
  return {
    index: 0,
    repository: fetched?.url ?? '',
    path: pathOf(chart),
    revision: fetched?.revision,
    renderer: 'helm',
    options: { helm: optionsOf(spec, ref) },
    inputs: inputsOf(spec, chart, ref.namespace),
    destination: { namespace },
    unsupported: [
      ...(isByReference ? [] : unsupportedSource(chart, source)),
      ...(fetched?.unsupported ?? []),
      ...(fetched ? leftOutOf(fetched, pathOf(chart)) : []),
      ...UNSUPPORTED.filter(({ isUsed }) => isUsed(spec, chart)).map(
        ({ name }) => name,
      ),
    ],
    notes: ignored.refused,
    ignoreRules: ignored.rules,
    sync: syncOf(ref, release),
  };
}

function normalised(path: string): string {
  return path
    .split('/')
    .filter(segment => segment !== '' && segment !== '.')
    .join('/');
}

function pathOf(chart: Fields): string {
  return normalised(textAt(chart, 'chart') ?? '.') || '.';
}

function optionsOf(spec: Fields, ref: ControllerRef): HelmOptions | undefined {
  const target = textAt(spec, 'targetNamespace');
  return compact({
    releaseName: shortened(
      textAt(spec, 'releaseName') ??
        (target === undefined ? ref.name : `${target}-${ref.name}`),
    ),
    skipCrds: textAt(spec, 'install', 'crds') === 'Skip' ? true : undefined,
  });
}

/** Helm takes no longer names, so Flux puts a part of their hash in place of the end. */
function shortened(name: string): string {
  if (name.length <= MAX_RELEASE_NAME) {
    return name;
  }
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 12);
  return `${name.slice(0, MAX_RELEASE_NAME - hash.length - 1)}-${hash}`;
}

function inputsOf(
  spec: Fields,
  chart: Fields,
  namespace: string,
): SourceInput[] {
  // They are named from the root of the repository, unlike those of Argo CD; the first one is the chart's own.
  const files = textsAt(chart, 'valuesFiles').slice(1);
  return [
    ...files.map<SourceInput>(file => ({
      kind: 'own-values-file',
      path: `/${normalised(file)}`,
      isOptional: booleanAt(chart, 'ignoreMissingValuesFiles') ?? false,
    })),
    ...mapsAt(spec, 'valuesFrom').flatMap<SourceInput>(from => {
      const name = textAt(from, 'name');
      return name === undefined || textAt(from, 'kind') !== 'ConfigMap'
        ? []
        : [
            {
              kind: 'values-config-map',
              namespace,
              name,
              key: textAt(from, 'valuesKey') ?? 'values.yaml',
              isOptional: booleanAt(from, 'optional') ?? false,
            },
          ];
    }),
    ...(isSet(spec, 'values')
      ? [
          {
            kind: 'values' as const,
            yaml: JSON.stringify(spec.values),
            source: 'spec.values',
          },
        ]
      : []),
  ];
}

function syncOf(ref: ControllerRef, release: object): SyncState {
  const [last] = mapsAt(release, 'status', 'history');
  const version =
    textAt(last, 'chartVersion') ??
    textAt(release, 'status', 'lastAppliedRevision');
  const ready = readySync(ref, release);
  const mode = textAt(release, 'spec', 'driftDetection', 'mode');
  return {
    ...ready,
    // With reconcileStrategy Revision, the version of the chart ends in the commit.
    revision: /\+([0-9a-f]{7,64})(?:\.|$)/.exec(version ?? '')?.[1],
    appliedAt: timeAt(last, 'lastDeployed') ?? ready.appliedAt,
    phase: textAt(last, 'status') ?? ready.phase,
    automated: !ready.suspended,
    selfHeal: !ready.suspended && mode === 'enabled',
  };
}
