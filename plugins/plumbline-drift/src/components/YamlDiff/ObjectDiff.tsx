import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import { Select, Switch } from '@backstage/ui';
import { LoadingState } from '@plumbline/backstage-plugin-plumbline-react';
import { lazy, Suspense, useState } from 'react';
import { objectName } from '../../findings';
import styles from './YamlDiff.module.css';

const YamlDiff = lazy(() =>
  import('./YamlDiff').then(module => ({ default: module.YamlDiff })),
);

/**
 * The raw diff of one of the objects that the findings are about.
 *
 * @internal
 */
export function ObjectDiff(props: {
  entityRef: string;
  findings: Finding[];
  /** Key of the chosen object, as {@link objectKey} makes it; anything else is the first object. */
  chosen: string;
  onChoose: (key: string) => void;
}) {
  const { entityRef, findings, chosen, onChoose } = props;
  const [isFilledShown, setFilledShown] = useState(false);
  const objects = new Map(findings.map(item => [objectKey(item), item]));
  const key = objects.has(chosen) ? chosen : [...objects.keys()][0];
  const current = objects.get(key);
  if (!current) {
    return null;
  }
  return (
    <div className={styles.body}>
      <div className={styles.controls}>
        <Select
          className={styles.objects}
          label="Object"
          size="small"
          value={key}
          options={[...objects].map(([value, finding]) => ({
            value,
            label: `${objectName(finding.object)} · ${finding.cluster}`,
          }))}
          onChange={value => onChoose(String(value))}
        />
        <Switch
          label="Show what the server filled in"
          isSelected={isFilledShown}
          onChange={setFilledShown}
        />
      </div>
      <Suspense fallback={<LoadingState label="Loading the diff" lines={6} />}>
        <YamlDiff
          entityRef={entityRef}
          target={current.targetId}
          objectRef={current.ref}
          serverFilled={isFilledShown ? 'show' : 'hide'}
        />
      </Suspense>
    </div>
  );
}

function objectKey(finding: Finding): string {
  return `${finding.targetId} ${finding.ref}`;
}
