import { CodeSnippet } from '@backstage/core-components';
import { Link } from '@backstage/ui';
import type { AuditEventDetail } from '@plumbline/backstage-plugin-plumbline-common';
import { auditEventReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import { useAuditEvent } from '../../api';
import { Command } from '../Command';
import { CopyButton } from '../CopyButton';
import { Drawer } from '../Drawer';
import { LevelBadge } from '../LevelBadge';
import { ScrollRegion } from '../ScrollRegion';
import { FailureState, LoadingState } from '../States';
import { TimeText } from '../TimeText';
import { EventFacts } from './EventFacts';
import styles from './EventDrawer.module.css';

/** Properties of {@link EventDrawer}. @public */
export interface EventDrawerProps {
  /** Id of the stored event. */
  id: string;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
  /** Called with the id of a related event. */
  onOpen: (id: string) => void;
  /** Address of an incident; absent where no plugin shows incidents. */
  incidentHref?: (id: string) => string;
}

function sizeText(bytes: number): string {
  return bytes < 1_000 ? `${bytes} B` : `${(bytes / 1_000).toFixed(1)} kB`;
}

/** One audit event: sentence, command, facts, what hangs on it, and the event as it was stored. @public */
export function EventDrawer(props: EventDrawerProps) {
  const { value, error, loading, reload } = useAuditEvent(props.id);
  return (
    <Drawer
      label="Audit event"
      head={<strong>Event</strong>}
      onClose={props.onClose}
      onPrevious={props.onPrevious}
      onNext={props.onNext}
    >
      {loading && (
        <section className={styles.section}>
          <LoadingState label="Loading the event" lines={6} />
        </section>
      )}
      {!value && error && (
        <section className={styles.section}>
          <FailureState
            error={error}
            subject="this audit event"
            permission={auditEventReadPermission.name}
            onRetry={reload}
          />
        </section>
      )}
      {value && <EventContent {...props} detail={value} />}
    </Drawer>
  );
}

function EventContent(props: EventDrawerProps & { detail: AuditEventDetail }) {
  const { detail, incidentHref, onOpen } = props;
  const { event } = detail;
  const raw = JSON.stringify(detail.raw, undefined, 2);
  return (
    <>
      <section className={styles.claim}>
        <h3 className={styles.sentence}>{event.sentence}</h3>
        {event.command && <Command command={event.command} />}
      </section>
      <section className={styles.section}>
        <EventFacts detail={detail} />
      </section>
      {detail.incidents.length > 0 && (
        <section className={styles.section}>
          <h4>Drift</h4>
          <ul className={styles.list}>
            {detail.incidents.map(incident => (
              <li key={incident.id}>
                {incidentHref ? (
                  <Link href={incidentHref(incident.id)}>
                    INC-{incident.number}
                  </Link>
                ) : (
                  <span>INC-{incident.number}</span>
                )}
                <LevelBadge level={incident.level} />
                <span className={styles.grow}>{incident.title}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {detail.related.length > 0 && (
        <section className={styles.section}>
          <h4>Related</h4>
          <ul className={styles.list}>
            {detail.related.map(other => (
              <li key={other.id}>
                <TimeText time={other.time} />
                <button
                  type="button"
                  className={styles.related}
                  onClick={() => onOpen(other.id)}
                >
                  {other.sentence}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.section}>
        <div className={styles.rawHead}>
          <h4>Raw</h4>
          {detail.rawBytes !== undefined && (
            <span className={styles.muted}>{sizeText(detail.rawBytes)}</span>
          )}
          <CopyButton text={raw} label="Copy" variant="tertiary" />
        </div>
        <ScrollRegion label="Raw event" className={styles.raw}>
          <CodeSnippet
            text={raw}
            language="json"
            customStyle={{ margin: 0, background: 'transparent', fontSize: 12 }}
          />
        </ScrollRegion>
      </section>
    </>
  );
}
