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

  it('lets a slow answer come in however often somebody asks, then asks once more', async () => {
    const waiting: ((answer: Response) => void)[] = [];
    answers.push(() => new Promise(resolve => waiting.push(resolve)));
    const { result } = renderHook(
      () => useEntityDrift('component:default/payments-api'),
      { wrapper },
    );
    await waitFor(() => expect(waiting).toHaveLength(1));
    act(() => result.current.reload());
    act(() => result.current.reload());
    expect(asked).toHaveLength(1);

    waiting[0](Response.json(entityDriftFixture()));
    await waitFor(() => expect(result.current.value).toBeDefined());
    await waitFor(() => expect(asked).toHaveLength(2));

    waiting[1](Response.json(entityDriftFixture({ state: 'in-sync' })));
    await waitFor(() => expect(result.current.value?.state).toBe('in-sync'));
    expect(asked).toHaveLength(2);
  });

  it('gives up a request that never ends when somebody asks again', async () => {
    const times = jest.useFakeTimers();
    try {
      const signals: AbortSignal[] = [];
      answers.push(() => new Promise(() => {}));
      const fetched = jest.spyOn(fetchApi, 'fetch');
      const { result } = renderHook(
        () => useEntityDrift('component:default/payments-api'),
        { wrapper },
      );
      await act(() => times.advanceTimersByTimeAsync(29_000));
      act(() => result.current.reload());
      expect(asked).toHaveLength(1);
      await act(() => times.advanceTimersByTimeAsync(1_000));
      act(() => result.current.reload());
      expect(asked).toHaveLength(2);
      for (const [request] of fetched.mock.calls) {
        signals.push((request as Request).signal);
      }
      expect(signals.map(signal => signal.aborted)).toEqual([true, false]);
    } finally {
      jest.useRealTimers();
      jest.restoreAllMocks();
    }
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

  it('asks nothing for a page that nobody sees, and what it missed once it is seen', async () => {
    const times = jest.useFakeTimers();
    const visibility = jest.spyOn(document, 'visibilityState', 'get');
    const show = (state: DocumentVisibilityState) => {
      visibility.mockReturnValue(state);
      document.dispatchEvent(new Event('visibilitychange'));
    };
    const pass = (milliseconds: number) =>
      act(() => times.advanceTimersByTimeAsync(milliseconds));
    try {
      answers.push(() => Response.json(entityDriftFixture()));
      renderHook(() => useEntityDrift('component:default/payments-api'), {
        wrapper,
      });
      await pass(0);
      show('hidden');
      act(() => listeners.get('plumbline:drift')?.({}));
      await pass(600_000);
      expect(asked).toHaveLength(1);

      show('visible');
      await pass(0);
      expect(asked).toHaveLength(2);
      show('hidden');
      show('visible');
      await pass(0);
      expect(asked).toHaveLength(2);
    } finally {
      jest.useRealTimers();
      visibility.mockRestore();
    }
  });

  describe('pages', () => {
    const [first, second, third] = incidentFixtures();
    const page = (body: IncidentPage) => () => Response.json(body);

    it('adds older pages, and renews all that are shown at once', async () => {
      let answerLast: (answer: Response) => void = () => {};
      answers.push(
        page({ items: [first], nextCursor: 'a' }),
        page({ items: [second], nextCursor: 'b' }),
        page({ items: [third], nextCursor: 'c' }),
        () =>
          new Promise(resolve => {
            answerLast = resolve;
          }),
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
      await waitFor(() => expect(asked).toHaveLength(4));
      expect(asked[3]).toContain('cursor=c');
      expect(result.current.items).toEqual([first, second]);

      answerLast(Response.json({ items: [first], nextCursor: 'd' }));
      await waitFor(() => expect(result.current.items).toEqual([third, first]));
      expect(result.current.hasMore).toBe(true);
    });

    it('begins with one page when the question changes', async () => {
      answers.push(
        page({ items: [first], nextCursor: 'a' }),
        page({ items: [second], nextCursor: 'b' }),
        page({ items: [third], nextCursor: 'c' }),
      );
      const { result, rerender } = renderHook(
        (query: { q?: string }) => useIncidents(query),
        { wrapper, initialProps: {} },
      );
      await waitFor(() => expect(result.current.hasMore).toBe(true));
      act(() => result.current.loadMore());
      await waitFor(() => expect(result.current.items).toHaveLength(2));

      rerender({ q: 'image' });
      await waitFor(() => expect(result.current.items).toEqual([third]));
      expect(asked).toHaveLength(3);
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
