/**
 * A value as JSON text. Integers beyond 2^53 become text with all their digits, since JSON has no place for them.
 *
 * @returns null for undefined, which a column understands
 */
export function toJsonColumn(value: unknown): string | null {
  return value === undefined
    ? null
    : JSON.stringify(value, (_, item) =>
        typeof item === 'bigint' ? item.toString() : item,
      );
}

/** Reads {@link toJsonColumn} again; the caller names the type that it wrote. */
export function fromJsonColumn<T>(text: string | null): T | undefined {
  return text === null ? undefined : (JSON.parse(text) as T);
}

/** A column that may be null, as undefined. */
export function optional<T>(value: T | null): T | undefined {
  return value ?? undefined;
}

/** A big integer column; PostgreSQL delivers text. */
export function toNumber(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
