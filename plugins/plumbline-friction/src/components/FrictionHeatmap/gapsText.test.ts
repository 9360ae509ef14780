import { entityFriction } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { gapsText } from './gapsText';

describe('gapsText', () => {
  it('says each reason once, with its days', () => {
    expect(gapsText(entityFriction().heatmap)).toEqual([
      'No data 24 Oct, 25 Oct: before the feed began.',
      'Partly covered 20 Nov: the day is not over.',
    ]);
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
