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
  const { cause, findings } = incident;
  return (
    <SectionCard
      title={
        <>
          Cause <LevelBadge level={incident.level} />
        </>
      }
    >
      <div className={styles.stack}>
        {cause?.attribution && (
          <Claim
            text={cause.attribution.wording}
            names={cause.attribution.principals}
          />
        )}
        {cause?.commit && (
          <p className={styles.claim}>
            Git was changed in{' '}
            {cause.commit.url ? (
              <Link href={cause.commit.url}>
                {cause.commit.sha.slice(0, 7)}
              </Link>
            ) : (
              <code>{cause.commit.sha.slice(0, 7)}</code>
            )}{' '}
            {cause.commit.message?.split('\n', 1)[0]} by{' '}
            {cause.commit.author ?? 'an unknown author'}
            {cause.commit.time && (
              <>
                , <TimeText time={cause.commit.time} />
              </>
            )}
            ; live still has the older value.
          </p>
        )}
        {!cause?.attribution && !cause?.commit && (
          <p className={styles.claim}>
            No evidence of who or what. First seen{' '}
            <TimeText time={incident.openedAt} />.
          </p>
        )}
        {causeCommands(findings).map(command => (
          <Command key={command.text} command={command} />
        ))}
      </div>
    </SectionCard>
  );
}
