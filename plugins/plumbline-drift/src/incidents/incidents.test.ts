import {
  entityDriftFixture,
  findingFixture,
  incidentDetailFixture,
  incidentFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { causeCommands } from './causeCommands';
import { lifeCycle } from './lifeCycle';
import { newestIncidents } from './newestIncidents';

describe('lifeCycle', () => {
  it('stands on its first step when it was just opened', () => {
    expect(lifeCycle(incidentDetailFixture())).toEqual([
      {
        id: 'open',
        title: 'Opened',
        time: '2026-11-20T14:02:13.000Z',
        progress: 'current',
      },
      {
        id: 'acknowledged',
        title: 'Acknowledged',
        time: undefined,
        progress: 'ahead',
      },
      { id: 'resolved', title: 'Resolved', time: undefined, progress: 'ahead' },
    ]);
  });

  it('leaves out a step that a resolved incident never had', () => {
    const steps = lifeCycle(
      incidentDetailFixture(
        incidentFixture({
          state: 'resolved',
          resolvedAt: '2026-11-20T15:00:00.000Z',
        }),
      ),
    );

    expect(steps.map(step => [step.id, step.progress, step.time])).toEqual([
      ['open', 'done', '2026-11-20T14:02:13.000Z'],
      ['resolved', 'current', '2026-11-20T15:00:00.000Z'],
    ]);
  });

  it('says since when an incident is open again', () => {
    const detail = incidentDetailFixture(
      incidentFixture({ state: 'reopened' }),
    );
    const [open] = lifeCycle({
      ...detail,
      history: [
        ...detail.history,
        {
          time: '2026-11-20T16:00:00.000Z',
          kind: 'reopened',
          text: 'Came back',
        },
      ],
    });

    expect(open).toMatchObject({
      title: 'Reopened',
      time: '2026-11-20T16:00:00.000Z',
      progress: 'current',
    });
  });
});

describe('causeCommands', () => {
  it('lists each command once, in the order of the writes', () => {
    const { findings } = entityDriftFixture();
    const image = findings.filter(item => item.id === 'finding-image');

    expect(
      causeCommands([findingFixture(), findingFixture(), ...image]).map(
        command => command.text.split(' ').slice(0, 3).join(' '),
      ),
    ).toEqual(['kubectl set image', 'kubectl scale deployment/payments-api']);
  });
});

describe('newestIncidents', () => {
  it('puts live changes before what waits in Git', () => {
    expect(
      newestIncidents(entityDriftFixture().openIncidents, 3).map(
        incident => incident.number,
      ),
    ).toEqual([214, 213, 212]);
  });
});
