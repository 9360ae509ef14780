import {
  countFilters,
  filterQuery,
  hasOwnSpan,
  timeRange,
  type AuditFilters,
} from './auditFilters';

const NOW = Date.parse('2026-11-20T14:30:00.000Z');
const NONE: AuditFilters = {
  q: '',
  span: '24h',
  from: '',
  to: '',
  cluster: [],
  actorClass: [],
  outcome: [],
  verb: [],
  rule: [],
  entity: [],
  routine: false,
};

describe('auditFilters', () => {
  it('counts a span back from now and leaves its end open', () => {
    expect(timeRange(NONE, NOW)).toEqual({ from: '2026-11-19T14:30:00.000Z' });
    expect(timeRange({ ...NONE, span: '1h' }, NOW)).toEqual({
      from: '2026-11-20T13:30:00.000Z',
    });
  });

  it('takes a span of its own when it has a start before its end', () => {
    const zoomed = {
      ...NONE,
      from: '2026-11-20T13:40:00.000Z',
      to: '2026-11-20T13:50:00.000Z',
    };
    expect(timeRange(zoomed, NOW)).toEqual({
      from: zoomed.from,
      to: zoomed.to,
    });
    expect(hasOwnSpan({ ...zoomed, to: 'soon' })).toBe(false);
    expect(hasOwnSpan({ ...zoomed, from: zoomed.to, to: zoomed.from })).toBe(
      false,
    );
  });

  it('asks for nothing that is not chosen', () => {
    expect(filterQuery(NONE, undefined)).toEqual({ routine: 'hide' });
    expect(
      filterQuery(
        { ...NONE, q: ' payments ', outcome: ['denied'], routine: true },
        undefined,
      ),
    ).toEqual({ q: 'payments', outcome: ['denied'], routine: 'show' });
  });

  it('fixes the entity on its tab, whatever the address says', () => {
    expect(
      filterQuery(
        { ...NONE, entity: ['component:default/cart'] },
        'component:default/ledger',
      ).entity,
    ).toEqual(['component:default/ledger']);
  });

  it('counts what can be cleared', () => {
    expect(countFilters(NONE)).toBe(0);
    expect(countFilters({ ...NONE, q: 'x', verb: ['patch', 'update'] })).toBe(
      3,
    );
  });
});
