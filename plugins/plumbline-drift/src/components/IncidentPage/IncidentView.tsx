import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Container, Header } from '@backstage/ui';
import type { IncidentDetail } from '@plumbline/backstage-plugin-plumbline-common';
import {
  AgeText,
  CopyButton,
  SeverityBadge,
  StateNotice,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useOpenFinding } from '../../hooks/useOpenFinding';
import { incidentsRouteRef } from '../../routes';
import { EvidenceDrawer } from '../EvidenceDrawer';
import { IncidentCauseCard } from './IncidentCauseCard';
import { IncidentFields } from './IncidentFields';
import { IncidentHistory } from './IncidentHistory';
import styles from './IncidentPage.module.css';
import { LifeCycle } from './LifeCycle';
import { RecommendationCard } from './RecommendationCard';
import { RelatedEvents } from './RelatedEvents';

/**
 * Title sentence, life, cause, fields, recommendation, history and the requests around it.
 *
 * @internal
 */
export function IncidentView(props: { detail: IncidentDetail }) {
  const { detail } = props;
  const { incident, history, events } = detail;
  const { findings } = incident;
  const listHref = useRouteRef(incidentsRouteRef);
  const evidence = useOpenFinding(findings);

  return (
    <>
      <Header
        title={incident.title}
        tags={[
          { label: 'All incidents', href: listHref() },
          { label: `INC-${incident.number}` },
          { label: incident.cluster },
        ]}
        metadata={[
          {
            label: 'Severity',
            value: <SeverityBadge severity={incident.severity} />,
          },
          {
            label: incident.causedAt ? 'Since the write' : 'Since first seen',
            value: <AgeText time={incident.causedAt ?? incident.openedAt} />,
          },
          {
            label: 'Service',
            value: <EntityRefLink entityRef={incident.entityRef} />,
          },
        ]}
        customActions={
          <CopyButton text={window.location.href} label="Copy link" />
        }
      />
      <Container className={styles.page} ref={evidence.container}>
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
                <IncidentCauseCard incident={incident} />
                <IncidentFields
                  incident={incident}
                  openId={evidence.finding?.id}
                  onOpen={evidence.open}
                />
              </div>
              <div className={styles.column}>
                <RecommendationCard incident={incident} />
                <IncidentHistory history={history} />
              </div>
            </div>
            <RelatedEvents events={events} incident={incident} />
          </div>
          {evidence.finding && (
            <EvidenceDrawer
              finding={evidence.finding}
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
