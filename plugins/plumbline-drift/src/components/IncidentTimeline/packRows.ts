/**
 * Puts marks that would cover each other into rows above each other.
 *
 * @param xs - places of the marks in pixels, ascending
 * @param gap - two marks of one row are at least this many pixels apart
 * @param maxRows - marks share the row that was free longest when all are taken
 * @returns the row of each mark, 0 is the lane's own line.
 * @internal
 */
export function packRows(xs: number[], gap: number, maxRows: number): number[] {
  const ends: number[] = [];
  return xs.map(x => {
    let row = ends.findIndex(end => x - end >= gap);
    if (row < 0) {
      row =
        ends.length < maxRows ? ends.length : ends.indexOf(Math.min(...ends));
    }
    ends[row] = x;
    return row;
  });
}
