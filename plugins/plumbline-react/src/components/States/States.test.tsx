import { ResponseError } from '@backstage/errors';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  describeFailure,
  FailureState,
  LoadingState,
  NotSetUpState,
  StateNotice,
  StatePanel,
} from '.';

function responseError(status: number, name: string, message: string) {
  return ResponseError.fromResponse(
    Response.json(
      { error: { name, message }, response: { statusCode: status } },
      { status },
    ),
  );
}

describe('describeFailure', () => {
  it('tells a missing right from a missing thing and from our failure', async () => {
    const subject = 'drift of payments-api';
    const permission = 'plumbline.drift.read';

    expect(
      describeFailure(
        await responseError(403, 'NotAllowedError', 'no'),
        subject,
        permission,
      ),
    ).toEqual({
      kind: 'forbidden',
      title: 'You may not read drift of payments-api',
      text: 'Needs the permission plumbline.drift.read.',
    });
    expect(
      describeFailure(await responseError(404, 'NotFoundError', 'no'), subject)
        .kind,
    ).toBe('not-found');
    expect(
      describeFailure(
        await responseError(503, 'ServiceUnavailableError', 'database down.'),
        subject,
      ),
    ).toEqual({
      kind: 'error',
      title: 'Drift of payments-api could not be loaded',
      text: 'The backend answered 503: database down. Nothing is known right now.',
    });
    expect(
      describeFailure(new TypeError('Failed to fetch'), subject).text,
    ).toBe(
      'The backend did not answer: Failed to fetch. Nothing is known right now.',
    );
  });
});

describe('states', () => {
  it('offers to ask again after a failure', async () => {
    const onRetry = jest.fn();
    render(
      <FailureState
        error={await responseError(500, 'Error', 'boom')}
        subject="the score"
        onRetry={onRetry}
      />,
    );

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(onRetry).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('alert')).toHaveTextContent('500: boom');
  });

  it('offers a text to ask for the missing right', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    render(
      <FailureState
        error={await responseError(403, 'NotAllowedError', 'no')}
        subject="the score"
        permission="plumbline.friction.read"
        onRetry={() => {}}
      />,
    );

    await user.click(screen.getByRole('button', { name: 'Copy request text' }));

    expect(writeText).toHaveBeenCalledWith(
      expect.stringContaining('plumbline.friction.read'),
    );
    expect(await screen.findByText('Copied')).toBeVisible();
  });

  it('has no accessibility violation in any of them', async () => {
    const { container } = render(
      <>
        <LoadingState label="Loading drift" boxes={3} />
        <NotSetUpState title="Not set up for drift">Add this:</NotSetUpState>
        <StatePanel kind="unobservable" title="edge-us does not answer">
          Connection timed out
        </StatePanel>
        <StatePanel kind="good" title="As in Git" />
        <StateNotice kind="stale">Last check 6 h ago</StateNotice>
        <StateNotice kind="partial">2 of 3 clusters</StateNotice>
      </>,
    );

    expect(await axe(container)).toHaveNoViolations();
  });
});
