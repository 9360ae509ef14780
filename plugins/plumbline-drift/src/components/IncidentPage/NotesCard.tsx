import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import type { IncidentSummary } from '@plumbline/backstage-plugin-plumbline-common';
import {
  SectionCard,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import styles from './IncidentPage.module.css';
import type { StateChange } from './useStateChange';

/**
 * Who knows of the incident and what they say about it.
 *
 * @internal
 */
export function NotesCard(props: {
  incident: IncidentSummary;
  change: StateChange;
}) {
  const { incident, change } = props;
  const { acknowledgement, state } = incident;
  const acknowledged = state === 'acknowledged';
  return (
    <SectionCard title="Notes">
      <div className={styles.stack}>
        {acknowledgement ? (
          <>
            <p className={styles.small}>
              <EntityDisplayName
                entityRef={acknowledgement.by}
                defaultKind="user"
                hideIcon
                disableTooltip
              />
              , <TimeText time={acknowledgement.at} />
            </p>
            <p className={styles.noteText}>
              {acknowledgement.note ?? 'Acknowledged without a note.'}
            </p>
          </>
        ) : (
          <p className={styles.text}>
            {state === 'resolved'
              ? 'Nobody acknowledged it.'
              : 'Nobody looks after this yet.'}
          </p>
        )}
        <div className={styles.footLine}>
          <span className={styles.small}>
            {acknowledged && <Until acknowledgement={acknowledgement} />}
          </span>
          {change.refusal === undefined && (
            <Button
              size="small"
              variant={acknowledged ? 'tertiary' : 'secondary'}
              aria-label={acknowledged ? 'Edit note' : undefined}
              onPress={change.openForm}
            >
              {acknowledged ? 'Edit' : 'Acknowledge'}
            </Button>
          )}
        </div>
      </div>
    </SectionCard>
  );
}

function Until(props: { acknowledgement: IncidentSummary['acknowledgement'] }) {
  const until = props.acknowledgement?.until;
  return until ? (
    <>
      Acknowledged until <TimeText time={until} />
    </>
  ) : (
    <>Acknowledged until it is resolved</>
  );
}
