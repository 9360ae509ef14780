import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type {
  HelmOptions,
  HelmParameter,
  KustomizeImage,
  KustomizeOptions,
  KustomizePatch,
  RenderOptions,
} from '../../rendering';
import {
  booleanAt,
  compact,
  isSet,
  mapAt,
  mapsAt,
  numberAt,
  textAt,
  textMapAt,
  textsAt,
  type Fields,
} from '../fields';

/** Argo CD takes the kind of a source from what is set on it, and else from its files. */
export function rendererOf(source: Fields): ManifestsRenderer | undefined {
  if (isSet(source, 'helm')) {
    return 'helm';
  }
  if (isSet(source, 'kustomize')) {
    return 'kustomize';
  }
  return isSet(source, 'directory') ? 'plain' : undefined;
}

/**
 * What a source of an Application asks for beside its files. Values are not among it: some of them have to be read first.
 *
 * @param defaults - what Argo CD takes where the source says nothing
 */
export function renderOptionsOf(
  source: Fields,
  defaults: { releaseName: string },
): RenderOptions {
  const directory = mapAt(source, 'directory');
  return {
    helm: helmOptionsOf(mapAt(source, 'helm'), defaults),
    kustomize: kustomizeOptionsOf(mapAt(source, 'kustomize')),
    // Without being told to, Argo CD does not go down into folders.
    directory: compact({
      recurse: booleanAt(directory, 'recurse') ?? false,
      include: textAt(directory, 'include'),
      exclude: textAt(directory, 'exclude'),
    }),
  };
}

function helmOptionsOf(
  helm: Fields,
  defaults: { releaseName: string },
): HelmOptions | undefined {
  const parameters = mapsAt(helm, 'parameters').flatMap(toParameter);
  const apiVersions = textsAt(helm, 'apiVersions');
  return compact({
    releaseName: textAt(helm, 'releaseName') ?? defaults.releaseName,
    namespace: textAt(helm, 'namespace'),
    parameters: parameters.length > 0 ? parameters : undefined,
    skipCrds: booleanAt(helm, 'skipCrds'),
    kubeVersion: textAt(helm, 'kubeVersion'),
    apiVersions: apiVersions.length > 0 ? apiVersions : undefined,
  });
}

function toParameter(parameter: Fields): HelmParameter[] {
  const name = textAt(parameter, 'name');
  return name === undefined
    ? []
    : [
        {
          name,
          value: textAt(parameter, 'value') ?? '',
          forceString: booleanAt(parameter, 'forceString'),
        },
      ];
}

function kustomizeOptionsOf(kustomize: Fields): KustomizeOptions | undefined {
  const images = textsAt(kustomize, 'images').map(toImage);
  const components = textsAt(kustomize, 'components');
  const pairs = textMapAt(kustomize, 'commonLabels');
  const withoutSelector = booleanAt(kustomize, 'labelWithoutSelector') ?? false;
  const replicas = mapsAt(kustomize, 'replicas').flatMap(toReplicas);
  const patches = mapsAt(kustomize, 'patches').flatMap(toPatch);
  return compact({
    namePrefix: textAt(kustomize, 'namePrefix'),
    nameSuffix: textAt(kustomize, 'nameSuffix'),
    namespace: textAt(kustomize, 'namespace'),
    images: images.length > 0 ? images : undefined,
    replicas: replicas.length > 0 ? replicas : undefined,
    labels: pairs && [
      {
        pairs,
        includeSelectors: !withoutSelector,
        includeTemplates: withoutSelector
          ? booleanAt(kustomize, 'labelIncludeTemplates')
          : undefined,
      },
    ],
    commonAnnotations: textMapAt(kustomize, 'commonAnnotations'),
    components: components.length > 0 ? components : undefined,
    patches: patches.length > 0 ? patches : undefined,
  });
}

/** As `kustomize edit set image` takes it: `[old=]new[:tag][@digest]`. */
export function toImage(text: string): KustomizeImage {
  const [, old, target] = /^(?:([^=]*)=)?(.*)$/s.exec(text) ?? [];
  const [named, digest] = (target ?? '').split('@');
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const name = colon === -1 ? named : named.slice(0, colon);
  return {
    name: old ?? name,
    newName: old === undefined || old === name ? undefined : name,
    newTag: colon === -1 ? undefined : named.slice(colon + 1),
    digest,
  };
}

function toReplicas(entry: Fields): { name: string; count: number }[] {
  const name = textAt(entry, 'name');
  const count = numberAt(entry, 'count') ?? Number(textAt(entry, 'count'));
  return name === undefined || !Number.isInteger(count)
    ? []
    : [{ name, count }];
}

/** The same shape in Argo CD, in Flux and in a kustomization. */
export function toPatch(entry: Fields): KustomizePatch[] {
  const patch = compact({
    patch: textAt(entry, 'patch'),
    path: textAt(entry, 'path'),
    target: textMapAt(entry, 'target'),
    options: booleansOf(mapAt(entry, 'options')),
  });
  return patch ? [patch] : [];
}

function booleansOf(map: Fields): Record<string, boolean> | undefined {
  const entries = Object.entries(map).filter(
    (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
