import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What {@link until} found.
 *
 * @internal
 */
export interface Waited<T> {
  /** The last answer; `undefined` when there was none. */
  value?: T;
  /** Why there was none. */
  problem?: string;
  /** Whether it satisfied. */
  ok: boolean;
  /** Seconds from `since` to the answer. */
  seconds: number;
}

/**
 * Asks again and again until the answer satisfies, or time is over. A question that fails is asked again.
 *
 * @internal
 */
export async function until<T>(options: {
  ask: () => Promise<T>;
  satisfies: (value: T) => boolean;
  since: Date;
  timeoutMs: number;
}): Promise<Waited<T>> {
  const { ask, satisfies, since, timeoutMs } = options;
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const waited = await askOnce(ask, satisfies);
    if (waited.ok || Date.now() > deadline) {
      return { ...waited, seconds: (Date.now() - since.getTime()) / 1000 };
    }
    await sleep(200);
  }
}

async function askOnce<T>(
  ask: () => Promise<T>,
  satisfies: (value: T) => boolean,
): Promise<Omit<Waited<T>, 'seconds'>> {
  try {
    const value = await ask();
    return { value, ok: satisfies(value) };
  } catch (error) {
    return { problem: String(error), ok: false };
  }
}
