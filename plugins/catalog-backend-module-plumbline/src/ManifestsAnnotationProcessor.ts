import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  type CatalogProcessor,
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  MANIFESTS_ANNOTATION,
  parseManifestsAnnotation,
} from '@plumbline/backstage-plugin-plumbline-common';

/**
 * Checks `plumbline.io/manifests` of every entity. A wrong one shows as an error of the entity, which stays in the catalog
 * as it was before.
 *
 * @public
 */
export class ManifestsAnnotationProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'PlumblineManifestsAnnotationProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const problem = problemOf(entity);
    if (problem) {
      emit(processingResult.inputError(location, problem));
    }
    return entity;
  }
}

function problemOf(entity: Entity): string | undefined {
  const annotation = entity.metadata.annotations?.[MANIFESTS_ANNOTATION];
  if (annotation === undefined) {
    return undefined;
  }
  try {
    parseManifestsAnnotation(annotation);
    return undefined;
  } catch (error) {
    if (error instanceof InputError) {
      return `${stringifyEntityRef(entity)}: ${error.message}`;
    }
    throw error;
  }
}
