import type { Entity } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  HONOURED_ANNOTATIONS,
  type EntityFriction,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  NotSetUpState,
  ScoreRing,
  SectionCard,
  StatePanel,
} from '@plumbline/backstage-plugin-plumbline-react';
import { coverageRouteRef } from '../../routes';
import { ringLabel, unknownScoreText } from '../../text/frictionWords';
import styles from './FrictionTab.module.css';

/** There is no score: either nothing is matched to the entity, or no audit events arrive. Never a 0. */
export function FrictionUnknown(props: {
  friction: EntityFriction;
  entity: Entity;
}) {
  const { friction, entity } = props;
  const coverage = useRouteRef(coverageRouteRef);
  const { title, text } = unknownScoreText(friction);
  const openCoverage = coverage && (
    <ButtonLink size="small" variant="secondary" href={coverage()}>
      Open Coverage
    </ButtonLink>
  );
  return (
    <SectionCard title="Friction score">
      <div className={styles.score}>
        <ScoreRing label={ringLabel(friction)} />
        {friction.state === 'not-resolved' ? (
          <NotSetUpState
            title={title}
            annotation={`${HONOURED_ANNOTATIONS.kubernetesId}: ${entity.metadata.name}`}
            actions={openCoverage}
          >
            {text} Events are matched by this annotation and the label of the
            same name on the objects.
          </NotSetUpState>
        ) : (
          <StatePanel kind="unobservable" title={title} actions={openCoverage}>
            {text}
          </StatePanel>
        )}
      </div>
    </SectionCard>
  );
}
