import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ClusterAccess } from './clusters';
import type { EntityLocator } from './entityLocator';
import type { Renderer } from './renderer';

/**
 * Adds ways to reach clusters, beside those of the configuration.
 *
 * @public
 */
export interface PlumblineClustersExtensionPoint {
  /** @throws Error when a cluster of that name was added before. */
  addClusterAccess(access: ClusterAccess): void;
}

/** {@inheritDoc PlumblineClustersExtensionPoint} @public */
export const plumblineClustersExtensionPoint =
  createExtensionPoint<PlumblineClustersExtensionPoint>({
    id: 'plumbline.clusters',
  });

/**
 * Adds friction rules, beside the built-in pack and the configured files.
 *
 * @public
 */
export interface PlumblineFrictionRulesExtensionPoint {
  /**
   * @param yaml - a rule file in the published format; a rule with a known id replaces it
   * @param source - what error messages call the file
   */
  addRules(yaml: string, source: string): void;
}

/** {@inheritDoc PlumblineFrictionRulesExtensionPoint} @public */
export const plumblineFrictionRulesExtensionPoint =
  createExtensionPoint<PlumblineFrictionRulesExtensionPoint>({
    id: 'plumbline.friction-rules',
  });

/**
 * Adds ways to say which entity an object belongs to, behind Plumbline's own steps.
 *
 * @public
 */
export interface PlumblineEntityLocatorsExtensionPoint {
  /** Locators are asked in the order they were added, each for what is left. */
  addEntityLocator(locator: EntityLocator): void;
}

/** {@inheritDoc PlumblineEntityLocatorsExtensionPoint} @public */
export const plumblineEntityLocatorsExtensionPoint =
  createExtensionPoint<PlumblineEntityLocatorsExtensionPoint>({
    id: 'plumbline.entity-locators',
  });

/**
 * Adds ways to make objects of the files of a repository, beside plain manifests, Kustomize and Helm.
 *
 * @public
 */
export interface PlumblineRenderersExtensionPoint {
  /** @throws Error when there is a renderer of that kind already. */
  addRenderer(renderer: Renderer): void;
}

/** {@inheritDoc PlumblineRenderersExtensionPoint} @public */
export const plumblineRenderersExtensionPoint =
  createExtensionPoint<PlumblineRenderersExtensionPoint>({
    id: 'plumbline.renderers',
  });
