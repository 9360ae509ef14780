import { Container } from '@backstage/ui';
import type { IncidentDetail } from '@plumbline/backstage-plugin-plumbline-common';
import {
  StateNotice,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useOpenFinding } from '../../hooks/useOpenFinding';
import { EvidenceDrawer } from '../EvidenceDrawer';
import { WaysOutCards } from '../WaysOut';
import { AcknowledgeDialog, ChangeFailure } from './AcknowledgeDialog';
import { FightCard } from './FightCard';
import { IncidentCauseCard } from './IncidentCauseCard';
import { IncidentEvents } from './IncidentEvents';
import { IncidentFields } from './IncidentFields';
import { IncidentHeader } from './IncidentHeader';
import styles from './IncidentPage.module.css';
import { LifeCycle } from './LifeCycle';
import { NotesCard } from './NotesCard';
import { RecommendationCard } from './RecommendationCard';
import { SeenBeforeCard } from './SeenBeforeCard';
import { useStateChange } from './useStateChange';

/**
 * Title sentence, life, cause, fields and advice, both ways out, and what happened around it. Each part that asks the
 * backend on its own fails on its own.
 *
 * @internal
 */
export function IncidentView(props: {
  detail: IncidentDetail;
  /** Reads the incident again. */
  onChanged: () => void;
}) {
  const { detail, onChanged } = props;
  const { incident } = detail;
  const evidence = useOpenFinding(incident.findings);
  const change = useStateChange(incident, onChanged);

  return (
    <>
      <IncidentHeader incident={incident} change={change} />
      <AcknowledgeDialog incident={incident} change={change} />
      <Container className={styles.page} ref={evidence.container}>
        {change.error && !change.formOpen && (
          <ChangeFailure error={change.error} />
        )}
        <LifeCycle detail={detail} />
        {incident.unverifiedSince && (
          <StateNotice kind="unobservable">
            {incident.cluster} could not be checked since{' '}
            <TimeText time={incident.unverifiedSince} />; whether this still
            differs is unknown.
          </StateNotice>
        )}
        <div
          className={styles.layout}
          data-open={evidence.finding ? true : undefined}
        >
          <div className={styles.column}>
            <div className={styles.columns}>
              <div className={styles.column}>
                <IncidentCauseCard
                  incident={incident}
                  onShowEvidence={evidence.open}
                />
                {incident.fight && <FightCard fight={incident.fight} />}
                <IncidentFields
                  incident={incident}
                  openId={evidence.finding?.id}
                  onOpen={evidence.open}
                />
              </div>
              <div className={styles.column}>
                <RecommendationCard incident={incident} />
                <NotesCard incident={incident} change={change} />
                <SeenBeforeCard incident={incident} />
              </div>
            </div>
            {incident.state !== 'resolved' && (
              <WaysOutCards incident={incident} />
            )}
            <IncidentEvents detail={detail} />
          </div>
          {evidence.finding && (
            <EvidenceDrawer
              finding={evidence.finding}
              entityRef={incident.entityRef}
              linkIncident={false}
              onClose={evidence.close}
              onPrevious={evidence.goToPrevious}
              onNext={evidence.goToNext}
            />
          )}
        </div>
      </Container>
    </>
  );
}
