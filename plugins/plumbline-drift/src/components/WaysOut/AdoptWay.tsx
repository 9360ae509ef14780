import { Button, Link } from '@backstage/ui';
import type { WaysOut } from '@plumbline/backstage-plugin-plumbline-common';
import {
  CopyButton,
  FieldPath,
  LoadingState,
  StatePanel,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiDownloadLine } from '@remixicon/react';
import { lazy, Suspense } from 'react';
import { downloadText } from '../YamlDiff/downloadText';
import { describePatches, joinPatches, patchForViewer } from './adoptPatch';
import styles from './WaysOut.module.css';

const PatchView = lazy(() =>
  import('../YamlDiff/PatchView').then(module => ({
    default: module.PatchView,
  })),
);

type Adopt = WaysOut['adopt'];

/**
 * The patch that writes the live values into the source file, and what cannot be written there.
 *
 * @internal
 */
export function AdoptWay(props: {
  adopt: Adopt;
  /** Number of the incident, for the name of the file. */
  number: number;
}) {
  const { adopt, number } = props;
  const { patches, notAdopted, reason } = adopt;
  const patch = joinPatches(patches);
  return (
    <>
      {patches.length === 0 && (
        <StatePanel kind="empty" title="Nothing can be adopted">
          {reason ?? 'No source file holds one of these fields.'}
        </StatePanel>
      )}
      {patches.map(item => (
        <div key={item.file} className={styles.patch}>
          <PatchHead patch={item} />
          <Suspense
            fallback={<LoadingState label="Loading the patch" lines={4} />}
          >
            <PatchView
              patch={patchForViewer(item)}
              label={`Patch of ${item.file}`}
            />
          </Suspense>
        </div>
      ))}
      {patches.length > 0 && (
        <p className={styles.note}>
          {describePatches(patches)} <code>git apply</code> takes it at the root
          of the repository.
        </p>
      )}
      <NotAdopted items={notAdopted} />
      {patches.length > 0 && (
        <div className={styles.actions}>
          <CopyButton text={patch} label="Copy patch" variant="primary" />
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiDownloadLine />}
            onPress={() => downloadText(`INC-${number}-adopt.patch`, patch)}
          >
            Download .patch
          </Button>
        </div>
      )}
    </>
  );
}

function PatchHead(props: { patch: Adopt['patches'][number] }) {
  const { file, commit, url } = props.patch;
  return (
    <p className={styles.file}>
      {url ? <Link href={url}>{file}</Link> : file}
      {commit && ` · at ${commit.sha.slice(0, 7)}`}
    </p>
  );
}

function NotAdopted(props: { items: Adopt['notAdopted'] }) {
  const { items } = props;
  if (items.length === 0) {
    return null;
  }
  return (
    <div>
      <h3 className={styles.heading}>Not adopted</h3>
      <ul className={styles.list}>
        {items.map(item => (
          <li key={`${item.ref} ${item.path}`}>
            <FieldPath path={item.path} />
            <span className={styles.reason}>{item.reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
