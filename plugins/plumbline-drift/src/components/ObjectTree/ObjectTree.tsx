import {
  FailureState,
  LoadingState,
  StatePanel,
  useEntityObjects,
} from '@plumbline/backstage-plugin-plumbline-react';
import styles from './ObjectTree.module.css';
import { TargetTree } from './TargetTree';

/**
 * What Git declares for an entity and what the cluster made of it, one tree per target.
 *
 * @internal
 */
export function ObjectTree(props: {
  entityRef: string;
  /** Shows the fields of one object. */
  onOpen: (ref: string) => void;
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
  const targets = value.targets.filter(({ objects }) => objects.length > 0);
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
      {targets.map(({ target, objects }) => (
        <TargetTree
          key={target.id}
          target={target}
          objects={objects}
          onOpen={onOpen}
        />
      ))}
    </>
  );
}
