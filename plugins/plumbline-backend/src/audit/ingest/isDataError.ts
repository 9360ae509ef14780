/** SQLSTATE classes of PostgreSQL: data exceptions, integrity violations, program limits such as an index row. */
const SQLSTATE = /^(?:22|23|54)[0-9A-Z]{3}$/;
const SQLITE = /^SQLITE_(?:CONSTRAINT|TOOBIG|MISMATCH|RANGE)/;

/** Whether a database refused a value, so that sending the same again would not help. */
export function isDataError(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' && (SQLSTATE.test(code) || SQLITE.test(code));
}
