import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ManifestsAnnotationProcessor } from './ManifestsAnnotationProcessor';

/**
 * Checks Plumbline's annotations when the catalog takes entities in.
 *
 * @public
 */
export const catalogModulePlumbline = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'plumbline',
  register(env) {
    env.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addProcessor(new ManifestsAnnotationProcessor());
      },
    });
  },
});
