import type { ObjectManifests } from '@plumbline/backstage-plugin-plumbline-common';
import { Button } from '@backstage/ui';
import {
  FailureState,
  LoadingState,
  StateNotice,
  StatePanel,
  useObjectManifests,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiDownloadLine } from '@remixicon/react';
import { downloadText } from './downloadText';
import { patchText } from './patchText';
import { PatchView } from './PatchView';
import styles from './YamlDiff.module.css';

/** A browser draws this many changed lines without a pause; a longer patch is offered as a file. */
const MAX_CHANGED_LINES = 2_000;

/** @internal */
export interface YamlDiffProps {
  entityRef: string;
  /** Id of the target. */
  target: string;
  /** `apiVersion/Kind/namespace/name` */
  objectRef: string;
  /** Whether to show what the API server and controllers filled in. */
  serverFilled: 'hide' | 'show';
}

/**
 * One object as Git wants it beside how it runs. Loaded lazily: the diff viewer is heavy.
 *
 * @internal
 */
export function YamlDiff(props: YamlDiffProps) {
  const { value, error, loading, reload } = useObjectManifests(props);
  if (error && !value) {
    return (
      <FailureState
        error={error}
        subject={`the YAML of ${props.objectRef}`}
        permission="plumbline.drift.read"
        onRetry={reload}
      />
    );
  }
  if (loading || !value) {
    return <LoadingState label="Loading the YAML of both sides" lines={6} />;
  }
  return (
    <ManifestsDiff
      manifests={value}
      isFilledHidden={props.serverFilled === 'hide'}
    />
  );
}

function ManifestsDiff(props: {
  manifests: ObjectManifests;
  isFilledHidden: boolean;
}) {
  const { ref, desired, live, desiredReason, liveReason } = props.manifests;
  if (desired === undefined && live === undefined) {
    return (
      <StatePanel kind="unobservable" title="Neither side could be read">
        Git: {desiredReason ?? 'no reason given'}. Live:{' '}
        {liveReason ?? 'no reason given'}.
      </StatePanel>
    );
  }
  const { patch, changedLines } = patchText(ref, desired ?? '', live ?? '');
  return (
    <div className={styles.body}>
      {desired === undefined && (
        <StateNotice kind="partial">
          Git has no such object:{' '}
          {desiredReason ?? 'it is not in the manifests'}
        </StateNotice>
      )}
      {live === undefined && (
        <StateNotice kind="partial">
          Live could not be read: {liveReason ?? 'the object is not there'}
        </StateNotice>
      )}
      {patch === '' && (
        <StatePanel
          kind="good"
          title={
            props.isFilledHidden
              ? 'Both sides say the same'
              : 'Both sides are the same text'
          }
        />
      )}
      {patch !== '' && changedLines <= MAX_CHANGED_LINES && (
        <PatchView patch={patch} label={`Git and live YAML of ${ref}`} />
      )}
      {changedLines > MAX_CHANGED_LINES && (
        <StatePanel
          kind="empty"
          title={`${changedLines} lines differ, too many to draw`}
          actions={
            <Button
              size="small"
              variant="secondary"
              iconStart={<RiDownloadLine />}
              onPress={() =>
                downloadText(`${ref.replace(/\W+/g, '-')}.diff`, patch)
              }
            >
              Download the diff
            </Button>
          }
        />
      )}
    </div>
  );
}
