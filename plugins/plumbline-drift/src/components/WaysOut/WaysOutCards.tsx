import type { Incident } from '@plumbline/backstage-plugin-plumbline-common';
import {
  FailureState,
  LoadingState,
  SectionCard,
  useIncidentWaysOut,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiGitPullRequestLine, RiRestartLine } from '@remixicon/react';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { AdoptWay } from './AdoptWay';
import { RestoreWay } from './RestoreWay';
import styles from './WaysOut.module.css';

/**
 * The two ways to end an incident side by side, with the same weight: Git takes over what runs, or the cluster goes back
 * to what Git says. Both are to copy; nothing is executed.
 *
 * @internal
 */
export function WaysOutCards(props: { incident: Incident }) {
  const { id, number, updatedAt } = props.incident;
  const { value, error, reload } = useIncidentWaysOut(id);

  const answeredFor = useRef(updatedAt);
  useEffect(() => {
    if (answeredFor.current !== updatedAt) {
      answeredFor.current = updatedAt;
      reload();
    }
  }, [updatedAt, reload]);

  const waiting = error ? (
    <FailureState
      error={error}
      subject="the ways out of this incident"
      permission="plumbline.drift.read"
      onRetry={reload}
    />
  ) : (
    <LoadingState label="Working out both ways" lines={4} />
  );
  return (
    <div className={styles.ways}>
      <Way
        title="Adopt into Git"
        aside="keep what runs"
        icon={<RiGitPullRequestLine aria-hidden />}
      >
        {value ? <AdoptWay adopt={value.adopt} number={number} /> : waiting}
      </Way>
      <Way
        title="Restore from Git"
        aside="undo the change"
        icon={<RiRestartLine aria-hidden />}
      >
        {value ? <RestoreWay restore={value.restore} /> : waiting}
      </Way>
    </div>
  );
}

function Way(props: {
  title: string;
  aside: string;
  icon: ReactElement;
  children: ReactNode;
}) {
  return (
    <SectionCard title={props.title} aside={props.aside} icon={props.icon}>
      <div className={styles.stack}>{props.children}</div>
    </SectionCard>
  );
}
