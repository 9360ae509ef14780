import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until a backend says that it is ready.
 *
 * @param baseUrl - of the backend, such as `http://localhost:7007`
 * @throws Error when it is not within `timeoutMs`, with the last answer
 * @internal
 */
export async function waitForPortal(
  baseUrl: string,
  timeoutMs: number,
): Promise<void> {
  const url = `${baseUrl}/.backstage/health/v1/readiness`;
  const deadline = Date.now() + timeoutMs;
  let last = 'no answer';
  while (Date.now() < deadline) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      if (response.ok) {
        return;
      }
      last = `${response.status} ${await response.text()}`;
    } catch (error) {
      // Nobody listens yet, or not on time: asked again until the deadline.
      last = String(error instanceof Error ? error.cause ?? error : error);
    }
    await sleep(500);
  }
  throw new Error(
    `the portal at ${baseUrl} is not ready after ${
      timeoutMs / 1000
    } s: ${last}`,
  );
}
