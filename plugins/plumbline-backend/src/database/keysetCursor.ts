import { InputError } from '@backstage/errors';

/** What a list was sorted by at the last row of a page. */
export type KeysetPosition = (string | number)[];

/** Makes the opaque cursor of the page that follows a position. */
export function encodeCursor(position: KeysetPosition): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @param kinds - type of each part of the position
 * @returns undefined without a cursor
 * @throws InputError when it is not a cursor of such a list
 */
export function decodeCursor(
  cursor: string | undefined,
  kinds: readonly ('string' | 'number')[],
): KeysetPosition | undefined {
  if (cursor === undefined || cursor === '') {
    return undefined;
  }
  const position = parse(cursor);
  const fits =
    Array.isArray(position) &&
    position.length === kinds.length &&
    position.every(
      (part, i) =>
        typeof part === kinds[i] &&
        (typeof part === 'string' || Number.isFinite(part)),
    );
  if (!fits) {
    throw new InputError('The cursor is not one of this list');
  }
  return position as KeysetPosition;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Cuts one row too many off a page and says where the next page begins.
 *
 * @param rows - up to `limit + 1` rows
 */
export function pageOf<TRow>(
  rows: TRow[],
  limit: number,
  positionOf: (row: TRow) => KeysetPosition,
): { rows: TRow[]; nextCursor?: string } {
  if (rows.length <= limit) {
    return { rows };
  }
  const page = rows.slice(0, limit);
  return {
    rows: page,
    nextCursor: encodeCursor(positionOf(page[page.length - 1])),
  };
}
