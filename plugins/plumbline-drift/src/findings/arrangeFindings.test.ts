import {
  entityDriftFixture,
  findingFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { filterFindings } from './filterFindings';
import { firstRows } from './firstRows';
import { groupFindings } from './groupFindings';
import { sortFindings } from './sortFindings';

const drift = entityDriftFixture();
const ids = (findings: { id: string }[]) => findings.map(item => item.id);

describe('filterFindings', () => {
  it('keeps what passes verdict, cluster and level', () => {
    expect(
      ids(
        filterFindings(drift.findings, {
          verdict: 'drift',
          clusters: ['staging'],
          levels: ['strong', 'ambiguous'],
          ref: '',
        }),
      ),
    ).toEqual(['finding-log-level', 'finding-port']);
  });

  it('treats a commit as a level of its own', () => {
    expect(
      ids(
        filterFindings(drift.findings, {
          verdict: 'drift',
          clusters: [],
          levels: ['git-commit'],
          ref: '',
        }),
      ),
    ).toEqual(['finding-memory']);
  });
});

describe('sortFindings', () => {
  const drifting = drift.findings.filter(item => item.verdict === 'drift');

  it('puts the worst first, and among them the newest before older ones and Git ahead last', () => {
    expect(ids(sortFindings(drifting, 'severity'))).toEqual([
      'finding-timeout',
      'finding-image',
      'finding-probe',
      'finding-log-level',
      'finding-replicas',
      'finding-port',
      'finding-body-size',
      'finding-memory',
    ]);
  });

  it('puts Git ahead before what is less severe', () => {
    const raised = drifting.map(item =>
      item.id === 'finding-memory'
        ? { ...item, severity: 'medium' as const }
        : item,
    );
    const order = ids(sortFindings(raised, 'severity'));
    expect(order.indexOf('finding-memory')).toBe(
      order.indexOf('finding-body-size') - 1,
    );
  });

  it('goes by the time of the write or the commit when it is known', () => {
    expect(ids(sortFindings(drifting, 'newest')).slice(0, 2)).toEqual([
      'finding-memory',
      'finding-replicas',
    ]);
  });

  it('leaves its input alone', () => {
    const before = ids(drifting);
    sortFindings(drifting, 'field');
    expect(ids(drifting)).toEqual(before);
  });
});

describe('groupFindings', () => {
  it('puts the findings of one incident together, in the order of their first one', () => {
    const groups = groupFindings(
      drift.findings.filter(item => item.cluster === 'staging'),
      'cause',
      drift.openIncidents,
    );

    expect(groups.map(group => [group.title, group.findings.length])).toEqual([
      ['2 fields of payments-api changed; likely priya@example.com', 2],
      ['Service port changed; two people fit', 1],
      ['Without an incident', 1],
    ]);
    expect(groups[0].incident?.number).toBe(209);
    expect(groups[0].cluster).toBe('staging');
  });

  it('names no cluster for a group that spans several', () => {
    const [group] = groupFindings(
      [
        findingFixture({ incidentId: undefined }),
        findingFixture({ incidentId: undefined, cluster: 'staging' }),
      ],
      'cause',
      [],
    );

    expect(group.cluster).toBeUndefined();
  });

  it('keeps the same object on two clusters apart', () => {
    expect(
      groupFindings(
        [findingFixture(), findingFixture({ cluster: 'staging' })],
        'object',
        [],
      ),
    ).toHaveLength(2);
  });
});

describe('firstRows', () => {
  it('keeps so many over all groups', () => {
    const group = (key: string, count: number) => ({
      key,
      title: key,
      incident: undefined,
      cluster: undefined,
      findings: Array.from({ length: count }, () => findingFixture()),
    });
    const groups = [group('a', 2), group('b', 3), group('c', 1)];
    const sizes = (count: number) =>
      firstRows(groups, count).map(({ rows }) => rows.length);
    expect(sizes(10)).toEqual([2, 3, 1]);
    expect(sizes(4)).toEqual([2, 2]);
    expect(sizes(2)).toEqual([2]);
  });
});
