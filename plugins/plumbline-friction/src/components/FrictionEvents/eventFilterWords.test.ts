import { entityFriction } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { activeFilters, eventsCountText } from './eventFilterWords';

describe('eventFilterWords', () => {
  it('puts each filter into words', () => {
    expect(
      activeFilters(
        { rule: 'pod-exec', cluster: 'prod-eu', day: '2026-11-12', hour: '89' },
        entityFriction(),
      ),
    ).toEqual([
      { id: 'rule', text: 'Shell in a pod' },
      { id: 'day', text: '12 Nov' },
      { id: 'hour', text: 'Thu 17:00–18:00' },
      { id: 'cluster', text: 'prod-eu' },
    ]);
  });

  it('counts, and says nothing while the number is not known', () => {
    expect(eventsCountText(undefined, false, 28)).toBe('');
    expect(eventsCountText(78, false, 28)).toBe('78 in 28 days');
    expect(eventsCountText(1, true, 28)).toBe('1 matches');
    expect(eventsCountText(0, true, 28)).toBe('0 match');
  });
});
