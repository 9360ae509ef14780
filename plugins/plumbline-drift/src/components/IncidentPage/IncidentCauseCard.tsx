import { Link } from '@backstage/ui';
import type { Incident } from '@plumbline/backstage-plugin-plumbline-common';
import {
  Claim,
  Command,
  LevelBadge,
  SectionCard,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import { causeCommands } from '../../incidents/causeCommands';
import styles from './IncidentPage.module.css';

/**
 * Why the incident is there: at the weakest level among its fields, with every command that is known.
 *
 * @internal
 */
export function IncidentCauseCard(props: { incident: Incident }) {
  const { incident } = props;
  const { findings } = incident;
  return (
    <SectionCard
      title={
        <>
          Cause <LevelBadge level={incident.level} />
        </>
      }
    >
      <div className={styles.stack}>
        <Cause incident={incident} />
        {causeCommands(findings).map(command => (
          <Command key={command.text} command={command} />
        ))}
      </div>
    </SectionCard>
  );
}

function Cause({ incident: { cause, openedAt } }: { incident: Incident }) {
  if (!cause) {
    return (
      <p className={styles.claim}>
        No evidence of who or what. First seen <TimeText time={openedAt} />.
      </p>
    );
  }
  if ('level' in cause) {
    return <Claim text={cause.wording} names={cause.principals} />;
  }
  const { commit, author, message, time, url } = cause;
  const sha = commit.slice(0, 7);
  return (
    <p className={styles.claim}>
      Git was changed in{' '}
      {url ? <Link href={url}>{sha}</Link> : <code>{sha}</code>} {message} by{' '}
      {author ?? 'an unknown author'}
      {time && (
        <>
          , <TimeText time={time} />
        </>
      )}
      ; live still has the older value.
    </p>
  );
}
