import {
  FailureState,
  LoadingState,
  StatePanel,
  useEntityObjects,
} from '@plumbline/backstage-plugin-plumbline-react';
import type {
  Target,
  TargetObject,
  Verdict,
} from '@plumbline/backstage-plugin-plumbline-common';
import styles from './ObjectTree.module.css';
import { TargetTree } from './TargetTree';

/**
 * What Git declares for an entity and what the cluster made of it, one tree per target.
 *
 * @internal
 */
export function ObjectTree(props: {
  entityRef: string;
  /** Shows the differences of one object that have the verdict. */
  onOpen: (object: TargetObject, target: Target, verdict: Verdict) => void;
}) {
  const { entityRef, onOpen } = props;
  const { value, error, reload } = useEntityObjects(entityRef);
  if (!value) {
    return (
      <div className={styles.standIn}>
        {error ? (
          <FailureState
            error={error}
            subject="the objects"
            permission="plumbline.drift.read"
            onRetry={reload}
          />
        ) : (
          <LoadingState label="Loading the objects" lines={6} />
        )}
      </div>
    );
  }
  const { targets } = value;
  if (targets.length === 0) {
    return (
      <div className={styles.standIn}>
        <StatePanel kind="empty" title="No object is known yet">
          The first check that reads the manifests lists what they declare.
        </StatePanel>
      </div>
    );
  }
  return (
    <>
      {targets.map(({ target, objects, notes = [] }) => (
        <TargetTree
          key={target.id}
          target={target}
          objects={objects}
          notes={notes}
          onOpen={(object, verdict) => onOpen(object, target, verdict)}
        />
      ))}
    </>
  );
}
