import { entityFriction } from '../../testUtils';
import { buildHeatmapModel } from './heatmapModel';
import { describeCell, formatAmount, stepLabel } from './heatmapText';

describe('heatmapText', () => {
  const model = buildHeatmapModel(entityFriction().heatmap);
  const words = (row: string, columnIndex: number) => {
    const cells = model.rows.find(item => item.row.id === row)?.cells ?? [];
    return describeCell(
      cells[columnIndex],
      model.columns[columnIndex],
      model.unit,
    );
  };

  it('says points, events and what is left of them', () => {
    expect(words('pod-exec', 19)).toEqual({
      title: 'Shell in a pod, Thu 12 Nov',
      lines: [
        '12 points in 2 events',
        "Still 5.4 of today's score after decay",
      ],
    });
  });

  it('says no number where there is no data', () => {
    expect(words('pod-exec', 0).lines).toEqual([
      'No data: before the feed began',
    ]);
  });

  it('says that there was none where it looked', () => {
    expect(words('pod-exec', 5).lines).toEqual(['No event']);
  });

  it('says at least where part of a day is missing', () => {
    expect(words('manual-scale', 27).lines).toContain(
      'At least: the day is not over',
    );
  });

  it('writes at most one decimal', () => {
    expect(formatAmount(12)).toBe('12');
    expect(formatAmount(7.2499)).toBe('7.2');
    expect(formatAmount(0.96)).toBe('1');
  });

  it('labels steps by their lower limit, counts one by one', () => {
    const points = [0.1, 2, 4, 7, 10];
    expect([0, 1, 2, 5].map(step => stepLabel(step, points, 'points'))).toEqual(
      ['0', '<2', '2+', '10+'],
    );
    const events = [1, 2, 3, 4, 5];
    expect([1, 2, 4, 5].map(step => stepLabel(step, events, 'events'))).toEqual(
      ['1', '2', '4', '5+'],
    );
  });
});
