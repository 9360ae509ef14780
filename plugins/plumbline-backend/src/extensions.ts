import type {
  ClusterAccess,
  EntityLocator,
  PlumblineClustersExtensionPoint,
  PlumblineEntityLocatorsExtensionPoint,
  PlumblineFrictionRulesExtensionPoint,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { RuleText } from './friction';

/** Collects what modules add before the plugin starts. */
export class ModuleExtensions {
  readonly clusterAccesses: ClusterAccess[] = [];
  readonly entityLocators: EntityLocator[] = [];
  readonly ruleTexts: RuleText[] = [];

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
}
