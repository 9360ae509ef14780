import type { Entity } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink, Card, CardBody } from '@backstage/ui';
import {
  type EntityDrift,
  MANIFESTS_ANNOTATION,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  describeFailure,
  FailureState,
  LoadingState,
  NotSetUpState,
  type QueryResult,
  StateNotice,
} from '@plumbline/backstage-plugin-plumbline-react';
import type { ReactNode } from 'react';
import { coverageRouteRef } from '../../routes';

/** A path as most repositories have it; the reader puts their own. */
const EXAMPLE_PATH = 'deploy/prod';

/**
 * Decides what stands in the place of an answer, in the order forbidden, error, not set up; everything after that has
 * an answer, which says itself what limits it. An answer that could not be renewed stays, with a line that says so.
 *
 * @internal
 */
export function EntityDriftState(props: {
  entity: Entity;
  result: QueryResult<EntityDrift>;
  /** Puts what stands in place of the answer into a card of its own. */
  card?: boolean;
  children: (drift: EntityDrift) => ReactNode;
}) {
  const { entity, result, card, children } = props;
  const { value, error, reload } = result;
  const name = entity.metadata.title ?? entity.metadata.name;

  if (value && value.state !== 'not-set-up') {
    return (
      <>
        {error && (
          <StateNotice kind="refresh-failed">
            {
              describeFailure(error, 'newer drift', 'plumbline.drift.read')
                .title
            }
            ; this is the last answer.
          </StateNotice>
        )}
        {children(value)}
      </>
    );
  }
  const standIn = (
    <StandIn name={name} drift={value} error={error} onRetry={reload} />
  );
  return card ? (
    <Card>
      <CardBody>{standIn}</CardBody>
    </Card>
  ) : (
    standIn
  );
}

function StandIn(props: {
  name: string;
  drift: EntityDrift | undefined;
  error: Error | undefined;
  onRetry: () => void;
}) {
  const { name, drift, error, onRetry } = props;
  const coverageRoute = useRouteRef(coverageRouteRef);
  if (error) {
    return (
      <FailureState
        error={error}
        subject={`drift of ${name}`}
        permission="plumbline.drift.read"
        onRetry={onRetry}
      />
    );
  }
  if (drift) {
    return (
      <NotSetUpState
        title="Not set up for drift"
        annotation={`${
          drift.missingAnnotation ?? MANIFESTS_ANNOTATION
        }: ${EXAMPLE_PATH}`}
        actions={
          coverageRoute && (
            <ButtonLink size="small" variant="tertiary" href={coverageRoute()}>
              Open Coverage
            </ButtonLink>
          )
        }
      >
        {drift.reason ??
          `${name} has no annotation that says where its manifests are.`}
      </NotSetUpState>
    );
  }
  return (
    <LoadingState label={`Loading drift of ${name}`} boxes={3} lines={4} />
  );
}
