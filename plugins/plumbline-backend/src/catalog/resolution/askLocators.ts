import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  EntityLocator,
  LocatedEntities,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { ObjectResolution } from '../ObjectResolution';
import type { Lineage } from './Lineage';

/** Lets the locators of modules answer for the objects that nothing else leads to an entity. */
export async function askLocators(
  locators: readonly EntityLocator[],
  lineages: Lineage[],
  resolutions: ObjectResolution[],
  logger: LoggerService,
): Promise<ObjectResolution[]> {
  const answers = [...resolutions];
  for (const locator of locators) {
    const left = answers.flatMap(({ step }, index) =>
      step === 'none' ? [index] : [],
    );
    if (left.length === 0) {
      break;
    }
    const located = await locate(
      locator,
      left.map(index => lineages[index]),
      logger,
    );
    left.forEach((index, position) => {
      answers[index] = resolutionOf(located[position]) ?? answers[index];
    });
  }
  return answers;
}

async function locate(
  locator: EntityLocator,
  lineages: Lineage[],
  logger: LoggerService,
): Promise<(LocatedEntities | undefined)[]> {
  try {
    return await locator.locate(
      lineages.map(({ object }) => ({
        cluster: object.cluster,
        apiGroup: object.apiGroup,
        resource: object.resource ?? '',
        namespace: object.namespace,
        name: object.name,
        labels: object.labels,
      })),
    );
  } catch (error) {
    // A module's mistake must not cost the event.
    logger.error(
      `The entity locator ${locator.name} failed`,
      error instanceof Error ? error : undefined,
    );
    return [];
  }
}

function resolutionOf(
  located: LocatedEntities | undefined,
): ObjectResolution | undefined {
  const entityRefs = [...new Set(located?.entityRefs)].sort();
  if (!located || entityRefs.length === 0) {
    return undefined;
  }
  return entityRefs.length === 1
    ? {
        entityRef: entityRefs[0],
        candidates: [],
        step: 'module',
        reason: located.reason,
      }
    : {
        candidates: entityRefs,
        step: 'ambiguous',
        reason: `several entities fit equally: ${located.reason}`,
      };
}
