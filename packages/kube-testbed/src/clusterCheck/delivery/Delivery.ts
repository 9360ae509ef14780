import { ControlPlane } from '../../cluster/ControlPlane';
import { Situation } from '../situations';

/**
 * How what Git wants comes into the cluster.
 *
 * @internal
 */
export interface Delivery {
  /** By which the entity says where that is written down. */
  annotationsOf(situation: Situation): Record<string, string>;
  /** The manifests as they lie in Git. */
  textOf(situation: Situation): Promise<string>;
  commit(situation: Situation, message: string, text: string): Promise<void>;
  /** Applies what Git wants now. */
  apply(plane: ControlPlane, situation: Situation): Promise<void>;
}
