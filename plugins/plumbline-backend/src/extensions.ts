import { isManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type {
  ClusterAccess,
  EntityLocator,
  PlumblineClustersExtensionPoint,
  PlumblineEntityLocatorsExtensionPoint,
  PlumblineFrictionRulesExtensionPoint,
  PlumblineRenderersExtensionPoint,
  Renderer,
} from '@plumbline/backstage-plugin-plumbline-node';
import { BUILT_IN_RENDERERS } from './desired';
import type { RuleText } from './friction';

/** Collects what modules add before the plugin starts. */
export class ModuleExtensions {
  readonly clusterAccesses: ClusterAccess[] = [];
  readonly entityLocators: EntityLocator[] = [];
  readonly ruleTexts: RuleText[] = [];
  readonly addedRenderers: Renderer[] = [];

  readonly clusters: PlumblineClustersExtensionPoint = {
    addClusterAccess: access => {
      if (
        this.clusterAccesses.some(({ cluster }) => cluster === access.cluster)
      ) {
        throw new Error(
          `Access to the cluster ${access.cluster} is added twice`,
        );
      }
      this.clusterAccesses.push(access);
    },
  };

  readonly locators: PlumblineEntityLocatorsExtensionPoint = {
    addEntityLocator: locator => {
      this.entityLocators.push(locator);
    },
  };

  readonly frictionRules: PlumblineFrictionRulesExtensionPoint = {
    addRules: (yaml, source) => {
      this.ruleTexts.push({ yaml, source });
    },
  };

  readonly renderers: PlumblineRenderersExtensionPoint = {
    addRenderer: renderer => {
      const { kind } = renderer;
      if (!isManifestsRenderer(kind)) {
        throw new Error(
          `A renderer's kind consists of small letters, digits and dashes: ${kind}`,
        );
      }
      const known = [
        ...BUILT_IN_RENDERERS,
        ...this.addedRenderers.map(added => added.kind),
      ];
      if (known.includes(kind)) {
        throw new Error(`There is a renderer ${kind} already`);
      }
      this.addedRenderers.push(renderer);
    },
  };
}
