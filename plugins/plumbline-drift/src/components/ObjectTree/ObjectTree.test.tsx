import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import type {
  EntityObjects,
  TargetObject,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  entityDriftFixture,
  findingFixture,
  targetFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { ObjectTree } from './ObjectTree';

const ENTITY_REF = 'component:default/payments-api';
const URL_OBJECTS =
  'http://example.com/api/plumbline/v1/entities/component/default/payments-api/objects';
const NONE = {
  drift: 0,
  expected: 0,
  ignored: 0,
  excluded: 0,
  unverifiable: 0,
};

function object(name: string, changes: Partial<TargetObject>): TargetObject {
  const { ref, object: deployment } = findingFixture();
  return {
    id: name,
    ref: `${ref}-${name}`,
    object: { ...deployment, name },
    origin: 'declared',
    verdict: 'none',
    counts: NONE,
    ...changes,
  };
}

describe('ObjectTree', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  function renderTree(targets: EntityObjects['targets'] | number) {
    server.use(
      http.get(URL_OBJECTS, () =>
        typeof targets === 'number'
          ? HttpResponse.json({}, { status: targets })
          : HttpResponse.json({ entityRef: ENTITY_REF, targets }),
      ),
    );
    const onOpen = jest.fn();
    const { container } = renderInTestApp(
      <ObjectTree entityRef={ENTITY_REF} onOpen={onOpen} />,
      {
        apis: [
          mockApis.fetch({
            resolvePluginProtocol: { discoveryApi: mockApis.discovery() },
          }),
        ],
      },
    );
    return { onOpen, container };
  }

  it('leads to the worst differences of an object, and not to none', async () => {
    const target = targetFixture();
    const rotated = object('rotated', {
      counts: { ...NONE, ignored: 2, expected: 1 },
    });
    const { onOpen, container } = renderTree([
      { target, objects: [rotated, object('quiet', {})] },
    ]);
    const user = userEvent.setup();

    const row = await screen.findByRole('row', { name: /Deployment rotated/ });
    expect(within(row).getByText('1 expected, 2 ignored')).toBeVisible();
    await user.click(row);
    expect(onOpen).toHaveBeenCalledWith(rotated, target, 'expected');

    onOpen.mockClear();
    await user.click(screen.getByRole('row', { name: /Deployment quiet/ }));
    await user.keyboard('{Enter}');
    expect(onOpen).not.toHaveBeenCalled();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says what could not be listed, and which target could not be looked at', async () => {
    const [, , edge] = entityDriftFixture().targets;
    renderTree([
      {
        target: targetFixture(),
        objects: [object('web', {})],
        notes: ['Pods could not be listed: forbidden'],
      },
      { target: edge, objects: [] },
    ]);

    expect(
      await screen.findByText('Pods could not be listed: forbidden'),
    ).toBeVisible();
    expect(screen.getByText('Unobservable')).toBeVisible();
    expect(screen.getByText(edge.reason ?? 'no reason')).toBeVisible();
  });

  it('tells an empty answer from one that may not be read', async () => {
    renderTree([]);
    expect(await screen.findByText('No object is known yet')).toBeVisible();
  });

  it('says which right is missing', async () => {
    renderTree(403);
    expect(
      await screen.findByText('You may not read the objects'),
    ).toBeVisible();
    expect(screen.getByText(/plumbline\.drift\.read/)).toBeVisible();
  });
});
