import { HONOURED_ANNOTATIONS } from '@plumbline/backstage-plugin-plumbline-common';
import {
  matchesLabels,
  parseLabelSelector,
} from '../../../clusters/labelSelector';
import { readObjectMetadata } from '../../../clusters/objectMetadata';
import { textAt } from '../fields';

/** Which Applications an entity names. */
export interface ApplicationChoice {
  name?: string;
  /** As `kubectl get -l` takes it. */
  selector?: string;
  namespace?: string;
  project?: string;
  /** Instances of Argo CD; one that is called like a cluster means the one in it. */
  instances: string[];
}

type Annotations = Readonly<Record<string, string | undefined>>;

/**
 * Reads the annotations of the Argo CD plugins.
 *
 * @returns undefined when the entity names no Application
 */
export function readApplicationChoice(
  annotations: Annotations,
): ApplicationChoice | undefined {
  const text = (key: string) => annotations[key]?.trim() || undefined;
  const name = text(HONOURED_ANNOTATIONS.argocdAppName);
  const selector = text(HONOURED_ANNOTATIONS.argocdAppSelector);
  return name === undefined && selector === undefined
    ? undefined
    : {
        name,
        selector,
        namespace: text(HONOURED_ANNOTATIONS.argocdAppNamespace),
        project: text(HONOURED_ANNOTATIONS.argocdProjectName),
        instances: (text(HONOURED_ANNOTATIONS.argocdInstanceName) ?? '')
          .split(',')
          .map(instance => instance.trim())
          .filter(instance => instance !== ''),
      };
}

/**
 * Of all Applications those that are meant.
 *
 * @throws LabelSelectorSyntaxError when the selector cannot be read
 */
export function chooseApplications<T extends object>(
  applications: readonly T[],
  choice: ApplicationChoice,
): T[] {
  const requirements =
    choice.selector === undefined ? [] : parseLabelSelector(choice.selector);
  return applications.filter(application => {
    const { name, namespace, labels } = readObjectMetadata(
      'metadata' in application ? application.metadata : undefined,
    );
    return (
      (choice.name === undefined || choice.name === name) &&
      (choice.namespace === undefined || choice.namespace === namespace) &&
      (choice.project === undefined ||
        choice.project === textAt(application, 'spec', 'project')) &&
      matchesLabels(requirements, labels)
    );
  });
}

/** Of all clusters those whose Argo CD is meant. */
export function clustersOfInstances(
  clusters: readonly string[],
  instances: readonly string[],
): readonly string[] {
  const named = clusters.filter(cluster => instances.includes(cluster));
  return named.length > 0 ? named : clusters;
}
