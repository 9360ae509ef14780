import { ScrollRegion } from '@plumbline/backstage-plugin-plumbline-react';
import { Decoration, Diff, Hunk, parseDiff } from 'react-diff-view';
import 'react-diff-view/style/index.css';
import { useMemo } from 'react';
import styles from './YamlDiff.module.css';

/**
 * A patch, line by line.
 *
 * @internal
 */
export function PatchView(props: { patch: string; label: string }) {
  const { patch, label } = props;
  const files = useMemo(() => parseDiff(patch), [patch]);
  return (
    <ScrollRegion className={styles.scroll} label={label}>
      {files.map(file => (
        <Diff
          key={`${file.oldPath} ${file.newPath}`}
          viewType="unified"
          diffType={file.type}
          hunks={file.hunks}
          className={styles.diff}
        >
          {hunks =>
            hunks.flatMap(hunk => [
              <Decoration key={`head ${hunk.content}`}>
                <span className={styles.hunk}>{hunk.content}</span>
              </Decoration>,
              <Hunk key={hunk.content} hunk={hunk} />,
            ])
          }
        </Diff>
      ))}
    </ScrollRegion>
  );
}
