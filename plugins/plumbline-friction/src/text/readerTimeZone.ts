/** IANA name of the time zone of the reader's browser; days and hours are cut in it. */
export function readerTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
