/**
 * The lines of an audit log that belong to each chapter, by the time the request was received.
 *
 * @internal
 */
export function splitAuditLog(
  lines: readonly string[],
  chapters: readonly { name: string; startedAt: string }[],
): Map<string, string[]> {
  const byChapter = new Map<string, string[]>(
    chapters.map(({ name }) => [name, []]),
  );
  for (const line of lines) {
    const { requestReceivedTimestamp } = JSON.parse(line) as {
      requestReceivedTimestamp: string;
    };
    const received = Date.parse(requestReceivedTimestamp);
    const chapter = chapters.findLast(
      ({ startedAt }) => Date.parse(startedAt) <= received,
    );
    if (chapter) {
      byChapter.get(chapter.name)!.push(line);
    }
  }
  return byChapter;
}
