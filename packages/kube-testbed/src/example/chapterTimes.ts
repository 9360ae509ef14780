import { load } from 'js-yaml';

/**
 * When a chapter is said to have happened.
 *
 * @internal
 */
export type ChapterTime =
  | { daysAgo: number; time: string }
  | { minutesAgo: number };

/**
 * Reads the file of chapter times: cluster, then chapter.
 *
 * @throws TypeError for a time it does not understand.
 * @internal
 */
export function readChapterTimes(
  yaml: string,
): Map<string, Map<string, ChapterTime>> {
  const document = load(yaml) as Record<string, Record<string, unknown>>;
  return new Map(
    Object.entries(document).map(([cluster, chapters]) => [
      cluster,
      new Map(
        Object.entries(chapters).map(([name, value]) => [
          name,
          chapterTime(name, value),
        ]),
      ),
    ]),
  );
}

function chapterTime(name: string, value: unknown): ChapterTime {
  const { daysAgo, time, minutesAgo } = (value ?? {}) as Record<
    string,
    unknown
  >;
  if (typeof minutesAgo === 'number') {
    return { minutesAgo };
  }
  if (
    typeof daysAgo === 'number' &&
    daysAgo >= 1 &&
    typeof time === 'string' &&
    /^\d\d:\d\d$/.test(time)
  ) {
    return { daysAgo, time };
  }
  throw new TypeError(
    `chapter ${name}: say minutesAgo, or daysAgo (from 1) with a time like '09:30'`,
  );
}

/**
 * The moment of a chapter, a whole second, seen from `now`. Times of day are of this machine's zone.
 *
 * @internal
 */
export function momentOf(time: ChapterTime, now: Date): Date {
  const moment = new Date(now);
  if ('minutesAgo' in time) {
    moment.setTime(now.getTime() - time.minutesAgo * 60_000);
    moment.setMilliseconds(0);
    return moment;
  }
  const [hours, minutes] = time.time.split(':').map(Number);
  moment.setDate(now.getDate() - time.daysAgo);
  moment.setHours(hours, minutes, 0, 0);
  return moment;
}
