import { auditEventRow } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { mergeRows, neighbours } from './mergeRows';

const row = (id: string) => auditEventRow({ id });

describe('mergeRows', () => {
  it('shows an event once that tail and search both brought', () => {
    const merged = mergeRows([row('3'), row('2')], [row('2'), row('1')]);
    expect(merged.map(event => event.id)).toEqual(['3', '2', '1']);
  });

  it('finds the events beside the open one', () => {
    const rows = [row('3'), row('2'), row('1')];
    expect(neighbours(rows, '2')).toEqual({ previous: '3', next: '1' });
    expect(neighbours(rows, '3')).toEqual({ previous: undefined, next: '2' });
    expect(neighbours(rows, 'other')).toEqual({});
  });
});
