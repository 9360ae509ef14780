import { importArgoIgnoreDifferences } from '@plumbline/kube-drift';
import { isJsonObject } from '../../../clusters/apiServer/json';
import type { ControllerRef } from '../ControllerRef';
import { isSet, mapAt, mapsAt, textAt, textsAt, type Fields } from '../fields';
import type { Destination, LocatedSource } from '../LocatedSource';
import { unsupportedOfSource } from './applicationProblems';
import { rendererOf, renderOptionsOf } from './applicationOptions';
import { overriddenSource, overrideFiles } from './applicationOverrides';
import { applicationSync, resolvedRevisionOf } from './applicationSync';
import { valuesOf } from './applicationValues';

/** How Argo CD calls the cluster that it runs in. */
const OWN_SERVER = 'https://kubernetes.default.svc';
const OWN_NAME = 'in-cluster';

/** A constraint such as `1.*` or `>=1.2 <2`, which Argo CD resolves to a tag. */
const VERSION_RANGE = /[*<>=^~|\s]|(^|\.)[xX](\.|$)/;

/**
 * What an Argo CD Application delivers, one entry for each source that has manifests.
 *
 * @param application - the raw object
 */
export function applicationSources(
  ref: ControllerRef,
  application: object,
): LocatedSource[] {
  const sources = sourcesOf(application);
  return sources.flatMap((source, index) =>
    // Such a source only lends its files to others.
    isSet(source, 'ref') && !isSet(source, 'path') && !isSet(source, 'chart')
      ? []
      : [locatedSource(ref, application, { source, index, sources })],
  );
}

/** A source among all of its Application. */
interface SourceAmong {
  source: Fields;
  index: number;
  sources: readonly Fields[];
}

function locatedSource(
  ref: ControllerRef,
  application: object,
  { source, index, sources }: SourceAmong,
): LocatedSource {
  const imported = importArgoIgnoreDifferences(
    mapsAt(application, 'spec', 'ignoreDifferences'),
  );
  return {
    index,
    repository: textAt(source, 'repoURL') ?? '',
    path: pathOf(source),
    revision: revisionOf(application, source, index),
    renderer: rendererOf(source),
    options: renderOptionsOf(source, { releaseName: ref.name }),
    inputs: valuesOf(source, sources, other =>
      revisionOf(application, sources[other], other),
    ),
    destination: destinationOf(application),
    unsupported: [
      ...unsupportedOfSource(source, sources),
      ...pluginFoundByFiles(application, source, index),
    ],
    notes: imported.refused.map(
      message => `An entry of ignoreDifferences is not applied: ${message}`,
    ),
    ignoreRules: imported.rules,
    sync: applicationSync(ref, application, index),
    overrides: {
      files: overrideFiles(ref, application),
      apply: patches =>
        locatedSource(ref, application, {
          source: overriddenSource(source, patches),
          index,
          sources,
        }),
    },
  };
}

/** Argo CD asks its plugins whose files they are when nothing is set; what came of it is all that tells. */
function pluginFoundByFiles(
  application: object,
  source: Fields,
  index: number,
): string[] {
  const status = mapAt(application, 'status');
  const type =
    textsAt(status, 'sourceTypes')[index] ?? textAt(status, 'sourceType');
  return type === 'Plugin' &&
    rendererOf(source) === undefined &&
    !isJsonObject(source.plugin)
    ? ['a config management plugin (found by its files)']
    : [];
}

function sourcesOf(application: object): Fields[] {
  const several = mapsAt(application, 'spec', 'sources');
  if (several.length > 0) {
    return several;
  }
  const dry = mapAt(application, 'spec', 'sourceHydrator', 'drySource');
  if (isSet(dry, 'repoURL')) {
    const hydrated = mapAt(application, 'spec', 'sourceHydrator', 'syncSource');
    // What is applied is the branch that the hydrator writes.
    return [
      {
        repoURL: dry.repoURL,
        targetRevision: hydrated.targetBranch,
        path: hydrated.path,
      },
    ];
  }
  const single = mapAt(application, 'spec', 'source');
  return isSet(single) ? [single] : [];
}

function pathOf(source: Fields): string {
  const segments = (textAt(source, 'path') ?? '.')
    .split('/')
    .filter(segment => segment !== '' && segment !== '.');
  return segments.length === 0 ? '.' : segments.join('/');
}

function revisionOf(
  application: object,
  source: Fields,
  index: number,
): string | undefined {
  const wanted = textAt(source, 'targetRevision');
  if (wanted === undefined || wanted === 'HEAD') {
    return undefined;
  }
  return VERSION_RANGE.test(wanted)
    ? resolvedRevisionOf(application, index) ?? wanted
    : wanted.replace(/^refs\/(heads|tags)\//, '');
}

function destinationOf(application: object): Destination {
  const destination = mapAt(application, 'spec', 'destination');
  const namespace = textAt(destination, 'namespace');
  const name = textAt(destination, 'name');
  if (name !== undefined) {
    return name === OWN_NAME ? { namespace } : { cluster: name, namespace };
  }
  const server = textAt(destination, 'server');
  return server === undefined || server === OWN_SERVER
    ? { namespace }
    : { server, namespace };
}
