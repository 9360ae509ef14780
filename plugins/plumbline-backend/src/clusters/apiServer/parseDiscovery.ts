import type { ClusterResource } from '@plumbline/backstage-plugin-plumbline-node';
import { isJsonObject } from './json';

/**
 * Kinds of an aggregated discovery document, in the server's order: the preferred version of a group comes first.
 *
 * @returns undefined when the document is not aggregated
 */
export function parseAggregatedDiscovery(
  document: unknown,
): ClusterResource[] | undefined {
  if (
    !isJsonObject(document) ||
    document.kind !== 'APIGroupDiscoveryList' ||
    !Array.isArray(document.items)
  ) {
    return undefined;
  }
  return document.items.filter(isJsonObject).flatMap(group => {
    const name = isJsonObject(group.metadata)
      ? textOf(group.metadata.name) ?? ''
      : '';
    return objectsOf(group.versions).flatMap(version =>
      objectsOf(version.resources).flatMap(resource =>
        aggregatedResource(name, textOf(version.version), resource),
      ),
    );
  });
}

function aggregatedResource(
  group: string,
  version: string | undefined,
  resource: Record<string, unknown>,
): ClusterResource[] {
  const plural = textOf(resource.resource);
  const kind = isJsonObject(resource.responseKind)
    ? textOf(resource.responseKind.kind)
    : undefined;
  if (!version || !plural || !kind) {
    return [];
  }
  return [
    {
      group,
      version,
      kind,
      plural,
      namespaced: resource.scope === 'Namespaced',
      verbs: textsOf(resource.verbs),
    },
  ];
}

/** Group versions of a plain `APIGroupList`, preferred ones first within their group. */
export function parseGroupVersions(document: unknown): string[] | undefined {
  if (!isJsonObject(document) || document.kind !== 'APIGroupList') {
    return undefined;
  }
  return objectsOf(document.groups).flatMap(group => {
    const preferred = isJsonObject(group.preferredVersion)
      ? textOf(group.preferredVersion.groupVersion)
      : undefined;
    const all = objectsOf(group.versions).flatMap(
      version => textOf(version.groupVersion) ?? [],
    );
    return [...new Set([...(preferred ? [preferred] : []), ...all])];
  });
}

/** Kinds of a plain `APIResourceList`; subresources are left out. */
export function parseResourceList(
  document: unknown,
): ClusterResource[] | undefined {
  if (!isJsonObject(document) || document.kind !== 'APIResourceList') {
    return undefined;
  }
  const [version = '', group = ''] = (textOf(document.groupVersion) ?? '')
    .split('/')
    .reverse();
  return objectsOf(document.resources).flatMap(resource => {
    const plural = textOf(resource.name);
    const kind = textOf(resource.kind);
    if (!plural || !kind || plural.includes('/')) {
      return [];
    }
    const namespaced = resource.namespaced === true;
    const verbs = textsOf(resource.verbs);
    return [{ group, version, kind, plural, namespaced, verbs }];
  });
}

function objectsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}
