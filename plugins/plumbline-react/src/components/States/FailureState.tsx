import { Button } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { CopyButton } from '../CopyButton';
import { describeFailure } from './describeFailure';
import { StatePanel } from './StatePanel';

/**
 * A request failed: says whether a right, the thing or our side is missing, and offers the way out.
 *
 * @public
 */
export function FailureState(props: {
  error: Error;
  /** What could not be read, e.g. `drift of payments-api`. */
  subject: string;
  /** Name of the permission that the request needs. */
  permission?: string;
  onRetry: () => void;
}) {
  const { error, subject, permission, onRetry } = props;
  const failure = describeFailure(error, subject, permission);
  const request = `I need to read ${subject} in Backstage (permission ${permission}).`;
  return (
    <StatePanel
      kind={failure.kind}
      title={failure.title}
      actions={
        failure.kind === 'forbidden' && permission ? (
          <CopyButton text={request} label="Copy request text" />
        ) : (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiRefreshLine />}
            onPress={onRetry}
          >
            Try again
          </Button>
        )
      }
    >
      {failure.text}
    </StatePanel>
  );
}
