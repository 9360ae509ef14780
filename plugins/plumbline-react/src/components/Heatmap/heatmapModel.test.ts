import { entityFriction, fleetFriction } from '../../testUtils';
import {
  buildHeatmapModel,
  moveInGrid,
  stepOf,
  type HeatmapModel,
} from './heatmapModel';

const cellOf = (model: HeatmapModel, row: string, column: string) =>
  model.rows
    .flatMap(item => item.cells)
    .find(cell => cell.row.id === row && cell.column.id === column);

describe('stepOf', () => {
  it.each([
    [0, 0],
    [-1, 0],
    [0.05, 1],
    [1.9, 1],
    [2, 2],
    [6.9, 3],
    [7, 4],
    [10, 5],
    [400, 5],
  ])('puts %d into step %d', (value, step) => {
    expect(stepOf(value, [0.1, 2, 4, 7, 10])).toBe(step);
  });

  it('manages with fewer steps than five', () => {
    expect(stepOf(9, [1, 5])).toBe(2);
    expect(stepOf(9, [])).toBe(1);
  });
});

describe('buildHeatmapModel', () => {
  const model = buildHeatmapModel(entityFriction().heatmap);

  it('tells zero from no data', () => {
    expect(cellOf(model, 'pod-exec', '2026-10-24')?.value).toBeUndefined();
    expect(cellOf(model, 'pod-exec', '2026-10-26')?.value).toBe(0);
    expect(model.hasNoData).toBe(true);
  });

  it('believes a number over the state of its column', () => {
    const { heatmap } = entityFriction();
    const [first] = heatmap.columns;
    const withNumber = buildHeatmapModel({
      ...heatmap,
      cells: [{ row: 'pod-exec', column: first.id, points: 4, count: 1 }],
    });
    expect(first.state).toBe('no-data');
    expect(cellOf(withNumber, 'pod-exec', first.id)?.value).toBe(4);
  });

  it('marks what is partly covered', () => {
    expect(cellOf(model, 'manual-scale', '2026-11-20')).toMatchObject({
      value: 6,
      count: 1,
      partial: true,
      step: 3,
    });
  });

  it('sums a row to what its cells hold', () => {
    const row = model.rows.find(item => item.row.id === 'pod-exec');
    expect(row?.sum).toBe(14);
  });

  it('sums no scores, since they do not add up over days', () => {
    const scores = buildHeatmapModel(fleetFriction().heatmap);
    expect(scores.rows.map(row => row.sum)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('counts events where events are the unit', () => {
    const hours = buildHeatmapModel(entityFriction().hours);
    expect(cellOf(hours, '0', '9')).toMatchObject({ value: 1, count: 1 });
    expect(hours.columns[9].text).toBe('09');
    expect(hours.columns[9].group).toBeUndefined();
  });

  it('writes full hours without their minutes', () => {
    const { hours } = entityFriction();
    const model24 = buildHeatmapModel({
      ...hours,
      columns: [{ id: '9', label: '09:00' }],
    });
    expect(model24.columns[0]).toMatchObject({ text: '09', name: '09:00' });
  });

  it('writes a month over its first day', () => {
    expect(
      model.columns.flatMap(column =>
        column.group ? [`${column.group} ${column.text}`] : [],
      ),
    ).toEqual(['Oct 24', 'Nov 1']);
    expect(model.columns[19].name).toBe('Thu 12 Nov');
  });
});

describe('moveInGrid', () => {
  const size = { rows: 3, columns: 5 };
  const from = { rowIndex: 1, columnIndex: 2 };
  it.each([
    ['ArrowLeft', false, { rowIndex: 1, columnIndex: 1 }],
    ['ArrowRight', false, { rowIndex: 1, columnIndex: 3 }],
    ['ArrowUp', false, { rowIndex: 0, columnIndex: 2 }],
    ['ArrowDown', false, { rowIndex: 2, columnIndex: 2 }],
    ['Home', false, { rowIndex: 1, columnIndex: 0 }],
    ['End', false, { rowIndex: 1, columnIndex: 4 }],
    ['Home', true, { rowIndex: 0, columnIndex: 0 }],
    ['End', true, { rowIndex: 2, columnIndex: 4 }],
    ['a', false, undefined],
  ])('moves by %s (ctrl %s)', (key, ctrlKey, expected) => {
    expect(moveInGrid(from, { key, ctrlKey }, size)).toEqual(expected);
  });

  it('stops at the edges', () => {
    const corner = { rowIndex: 0, columnIndex: 0 };
    expect(
      moveInGrid(corner, { key: 'ArrowUp', ctrlKey: false }, size),
    ).toEqual(corner);
    expect(
      moveInGrid(corner, { key: 'ArrowLeft', ctrlKey: false }, size),
    ).toEqual(corner);
  });
});
