import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import type { IncidentPage } from '@plumbline/backstage-plugin-plumbline-common';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { entityDriftFixture, incidentFixtures } from '../testUtils';
import { useEntityDrift, useIncidents } from './drift';

type Answer = () => Response | Promise<Response>;

describe('queries of the backend', () => {
  const asked: string[] = [];
  const answers: Answer[] = [];
  const listeners = new Map<string, (message: object) => void>();

  const fetchApi = {
    fetch: async (input: RequestInfo | URL) => {
      asked.push((input as Request).url);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      return answer!();
    },
  };
  const signalApi = {
    subscribe: (channel: string, onMessage: (message: never) => void) => {
      listeners.set(channel, onMessage as (message: object) => void);
      return { unsubscribe: () => listeners.delete(channel) };
    },
  };

  function wrapper(props: { children: ReactNode }) {
    return (
      <TestApiProvider
        apis={[
          [fetchApiRef, fetchApi],
          [signalApiRef, signalApi],
        ]}
      >
        {props.children}
      </TestApiProvider>
    );
  }

  beforeEach(() => {
    asked.length = 0;
    answers.length = 0;
    listeners.clear();
  });

  it('reads an answer through the plugin protocol', async () => {
    answers.push(() => Response.json(entityDriftFixture()));
    const { result } = renderHook(
      () => useEntityDrift('component:default/payments-api'),
      { wrapper },
    );
    expect(result.current.loading).toBe(true);

    await waitFor(() => expect(result.current.loading).toBe(false));

    expect(result.current.value?.counts.drift).toBe(8);
    expect(asked).toEqual([
      'plugin://plumbline/v1/entities/component/default/payments-api/drift',
    ]);
  });

  it('keeps the last answer when a newer one fails, and says so', async () => {
    answers.push(
      () => Response.json(entityDriftFixture()),
      () => new Response('down', { status: 503 }),
    );
    const { result } = renderHook(
      () => useEntityDrift('component:default/payments-api'),
      { wrapper },
    );
    await waitFor(() => expect(result.current.value).toBeDefined());

    act(() => result.current.reload());
    await waitFor(() => expect(result.current.error).toBeDefined());

    expect(result.current.value?.counts.drift).toBe(8);
    expect(result.current.loading).toBe(false);
  });

  it('drops the old answer when the question changes', async () => {
    answers.push(
      () => Response.json(entityDriftFixture()),
      () => new Promise<Response>(() => {}),
    );
    const { result, rerender } = renderHook(
      ({ entityRef }) => useEntityDrift(entityRef),
      {
        wrapper,
        initialProps: { entityRef: 'component:default/payments-api' },
      },
    );
    await waitFor(() => expect(result.current.value).toBeDefined());

    rerender({ entityRef: 'component:default/cart' });

    expect(result.current.value).toBeUndefined();
    expect(result.current.loading).toBe(true);
  });

  it('asks again on a signal, once for many', async () => {
    answers.push(() => Response.json(entityDriftFixture()));
    const { result } = renderHook(
      () => useEntityDrift('component:default/payments-api'),
      { wrapper },
    );
    await waitFor(() => expect(result.current.value).toBeDefined());
    const signal = () => act(() => listeners.get('plumbline:drift')?.({}));

    signal();
    signal();
    await waitFor(() => expect(asked).toHaveLength(2));
  });

  it('asks no more often than every ten seconds, and misses nothing', async () => {
    const times = jest.useFakeTimers();
    try {
      answers.push(() => Response.json(entityDriftFixture()));
      renderHook(() => useEntityDrift('component:default/payments-api'), {
        wrapper,
      });
      const signal = () => act(() => listeners.get('plumbline:drift')?.({}));
      const pass = (milliseconds: number) =>
        act(() => times.advanceTimersByTimeAsync(milliseconds));

      signal();
      await pass(250);
      expect(asked).toHaveLength(2);
      signal();
      await pass(9_999);
      expect(asked).toHaveLength(2);
      await pass(1);
      expect(asked).toHaveLength(3);
      await pass(20_000);
      signal();
      await pass(250);
      expect(asked).toHaveLength(4);
    } finally {
      jest.useRealTimers();
    }
  });

  describe('pages', () => {
    const [first, second, third] = incidentFixtures();
    const page = (body: IncidentPage) => () => Response.json(body);

    it('adds older pages, and starts over when the first one is renewed', async () => {
      answers.push(
        page({ items: [first], nextCursor: 'a' }),
        page({ items: [second], nextCursor: 'b' }),
        page({ items: [third], nextCursor: 'c' }),
      );
      const { result } = renderHook(() => useIncidents({ state: 'open' }), {
        wrapper,
      });
      await waitFor(() => expect(result.current.hasMore).toBe(true));

      act(() => result.current.loadMore());
      await waitFor(() =>
        expect(result.current.items).toEqual([first, second]),
      );
      expect(asked[1]).toBe(
        'plugin://plumbline/v1/incidents?state=open&cursor=a',
      );

      act(() => result.current.reload());
      await waitFor(() => expect(result.current.items).toEqual([third]));
    });

    it('keeps what was read when an older page fails', async () => {
      answers.push(
        page({ items: [first], nextCursor: 'a' }),
        () => new Response('down', { status: 503 }),
      );
      const { result } = renderHook(() => useIncidents({}), { wrapper });
      await waitFor(() => expect(result.current.hasMore).toBe(true));

      act(() => result.current.loadMore());
      await waitFor(() => expect(result.current.moreError).toBeDefined());

      expect(result.current.items).toEqual([first]);
      expect(result.current.error).toBeUndefined();
    });
  });
});
