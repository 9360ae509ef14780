import { Difference } from '../../compare/difference';
import { ObjectIdentity } from '../../identity/ref';
import { JsonValue } from '../../values/json';
import { KubeObject } from '../../yaml/readManifests';
import { readHpa, readScaledObject, ReplicaScaler } from './replicaScaler';
import { isAimedAt, namesVersionOf } from './ScaleTarget';
import { readVpa, ResourceScaler } from './resourceScaler';

/** The autoscalers in sight, and what they excuse. */
export class Autoscalers {
  readonly #horizontal: ReplicaScaler[] = [];
  readonly #vertical: ResourceScaler[] = [];

  /** @param namespace - for objects that name none */
  constructor(objects: readonly KubeObject[], namespace?: string) {
    for (const object of objects) {
      switch (object.kind) {
        case 'HorizontalPodAutoscaler':
          this.#horizontal.push(...readHpa(object, namespace));
          break;
        case 'ScaledObject':
          this.#horizontal.push(...readScaledObject(object, namespace));
          break;
        case 'VerticalPodAutoscaler':
          this.#vertical.push(...readVpa(object, namespace));
          break;
        default:
      }
    }
  }

  /**
   * Why this number of replicas is as it should be.
   *
   * @param wasScaled - the replicas were written as a scale. Without such proof
   * an autoscaler that names another version is not taken for theirs.
   */
  replicasReason(
    identity: ObjectIdentity,
    replicas: JsonValue | undefined,
    wasScaled: boolean,
  ): string | undefined {
    for (const scaler of this.#horizontal) {
      if (
        isAimedAt(scaler.target, identity) &&
        (wasScaled || namesVersionOf(scaler.target, identity))
      ) {
        const reason = scaler.reasonFor(Number(replicas ?? NaN));
        if (reason !== undefined) {
          return reason;
        }
      }
    }
    return undefined;
  }

  /** Why these resources may differ from those declared. */
  resourcesReason(
    identity: ObjectIdentity,
    difference: Difference,
  ): string | undefined {
    return this.#vertical
      .find(
        scaler =>
          isAimedAt(scaler.target, identity) && scaler.mayHaveSet(difference),
      )
      ?.describe();
  }
}
