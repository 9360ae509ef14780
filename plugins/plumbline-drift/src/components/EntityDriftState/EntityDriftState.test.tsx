import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ResponseError } from '@backstage/errors';
import type { EntityDrift } from '@plumbline/backstage-plugin-plumbline-common';
import type { QueryResult } from '@plumbline/backstage-plugin-plumbline-react';
import { entityDriftFixture } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { coverageRouteRef } from '../../routes';
import { EntityDriftState } from './EntityDriftState';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
};

function failure(status: number, name: string, message: string) {
  return ResponseError.fromResponse(
    Response.json(
      { error: { name, message }, response: { statusCode: status } },
      { status },
    ),
  );
}

function renderState(result: Partial<QueryResult<EntityDrift>>) {
  return renderInTestApp(
    <EntityDriftState
      entity={entity}
      result={{
        value: undefined,
        error: undefined,
        loading: false,
        reload: () => {},
        ...result,
      }}
    >
      {drift => <p>{drift.counts.drift} drifted</p>}
    </EntityDriftState>,
    { mountedRoutes: { '/coverage': coverageRouteRef } },
  );
}

describe('EntityDriftState', () => {
  it('has a shape while the first answer is on its way', async () => {
    renderState({ loading: true });

    expect(
      await screen.findByText('Loading drift of payments-api'),
    ).toBeInTheDocument();
  });

  it('says which right is missing', async () => {
    renderState({
      error: await failure(403, 'NotAllowedError', 'Unauthorized'),
    });

    expect(
      await screen.findByText('You may not read drift of payments-api'),
    ).toBeVisible();
    expect(
      screen.getByText('Needs the permission plumbline.drift.read.'),
    ).toBeVisible();
  });

  it('says that our side failed, and asks again on request', async () => {
    const reload = jest.fn();
    renderState({
      error: await failure(
        503,
        'ServiceUnavailableError',
        'database not reachable',
      ),
      reload,
    });

    expect(
      await screen.findByText(/503: database not reachable/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('says what to annotate when nothing is set up', async () => {
    renderState({
      value: entityDriftFixture({
        state: 'not-set-up',
        reason: undefined,
        missingAnnotation: 'plumbline.io/manifests',
      }),
    });

    expect(await screen.findByText('Not set up for drift')).toBeVisible();
    expect(
      screen.getByText('plumbline.io/manifests: deploy/prod'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Copy annotation' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open Coverage' })).toHaveAttribute(
      'href',
      '/coverage',
    );
  });

  it('keeps the last answer when a newer one fails, and says so', async () => {
    renderState({
      value: entityDriftFixture(),
      error: await failure(503, 'ServiceUnavailableError', 'down'),
    });

    expect(await screen.findByText('8 drifted')).toBeVisible();
    expect(
      screen.getByText(
        /Newer drift could not be loaded; this is the last answer/,
      ),
    ).toBeVisible();
  });
});
