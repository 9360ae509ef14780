import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { useQueryList, useQueryPatch, useQueryState } from './useQueryState';

describe('state in the address', () => {
  function render<T>(address: string, useHook: () => T) {
    return renderHook(
      () => ({ state: useHook(), search: useLocation().search }),
      {
        wrapper: (props: { children: ReactNode }) => (
          <MemoryRouter initialEntries={[address]}>
            {props.children}
          </MemoryRouter>
        ),
      },
    );
  }

  it('reads a value, and the fallback for one that is not understood', () => {
    const options = { fallback: 'a', values: ['a', 'b'] } as const;
    expect(
      render('/?sort=b', () => useQueryState('sort', options)).result.current
        .state[0],
    ).toBe('b');
    expect(
      render('/?sort=evil', () => useQueryState('sort', options)).result.current
        .state[0],
    ).toBe('a');
  });

  it('writes a value and leaves the rest of the address alone', () => {
    const { result } = render('/?keep=1', () =>
      useQueryState<string>('sort', { fallback: 'a' }),
    );

    act(() => result.current.state[1]('b'));
    expect(result.current.search).toBe('?keep=1&sort=b');

    act(() => result.current.state[1]('a'));
    expect(result.current.search).toBe('?keep=1');
  });

  it('keeps lists as repeated parameters and drops what is not understood', () => {
    const { result } = render('/?severity=high&severity=evil', () =>
      useQueryList('severity', { values: ['high', 'low'] }),
    );
    expect(result.current.state[0]).toEqual(['high']);

    act(() => result.current.state[1](['high', 'low']));
    expect(result.current.search).toBe('?severity=high&severity=low');
  });

  it('changes several parameters at once', () => {
    const { result } = render('/?a=1&b=2', useQueryPatch);

    act(() => result.current.state({ a: undefined, b: '3', c: ['x', 'y'] }));

    expect(result.current.search).toBe('?b=3&c=x&c=y');
  });
});
