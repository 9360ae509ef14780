import { entityFriction } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { gapsText } from './gapsText';

describe('gapsText', () => {
  it('says each reason once, with its days', () => {
    expect(gapsText(entityFriction().heatmap)).toEqual([
      'No data 24 Oct – 25 Oct: before the feed began.',
      'Partly covered 20 Nov: the day is not over.',
    ]);
  });

  it('does not span days that are covered', () => {
    const { heatmap } = entityFriction();
    const noData = (id: string) => ({
      id,
      label: id,
      state: 'no-data' as const,
      reason: 'the feed was down.',
    });
    expect(
      gapsText({
        ...heatmap,
        columns: [
          noData('2026-11-01'),
          noData('2026-11-02'),
          { id: '2026-11-03', label: '2026-11-03', state: 'covered' },
          noData('2026-11-04'),
        ],
      }),
    ).toEqual(['No data 1 Nov – 2 Nov, 4 Nov: the feed was down.']);
  });

  it('says nothing when every day is covered', () => {
    const { heatmap } = entityFriction();
    expect(
      gapsText({
        ...heatmap,
        columns: heatmap.columns.map(({ id, label }) => ({ id, label })),
      }),
    ).toEqual([]);
  });
});
