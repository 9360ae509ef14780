import { Card, CardBody, Container } from '@backstage/ui';
import {
  describeFailure,
  FailureState,
  LoadingState,
  StateNotice,
  useIncident,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useParams } from 'react-router-dom';
import { IncidentView } from './IncidentView';

const PERMISSION = 'plumbline.drift.read';

/**
 * One incident: what happened here, and what do I do?
 *
 * @internal
 */
export function IncidentPage() {
  const { id = '' } = useParams();
  const { value, error, reload } = useIncident(id);
  if (value) {
    return (
      <>
        {error && (
          <Container>
            <StateNotice kind="refresh-failed">
              {describeFailure(error, 'newer facts', PERMISSION).title}; this is
              the last answer.
            </StateNotice>
          </Container>
        )}
        <IncidentView detail={value} onChanged={reload} />
      </>
    );
  }
  return (
    <Container pt="4">
      <Card>
        <CardBody>
          {error ? (
            <FailureState
              error={error}
              subject="this incident"
              permission={PERMISSION}
              onRetry={reload}
            />
          ) : (
            <LoadingState label="Loading the incident" boxes={2} lines={5} />
          )}
        </CardBody>
      </Card>
    </Container>
  );
}
