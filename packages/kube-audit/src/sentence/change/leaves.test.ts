import { leavesOf } from './leaves';

describe('leavesOf', () => {
  it.each<[unknown, unknown[]]>([
    [{}, []],
    [
      { a: { b: 1 }, c: null },
      [
        ['a.b', 1],
        ['c', null],
      ],
    ],
    [{ a: [] }, [['a', []]]],
    [{ a: [1, 2] }, [['a', [1, 2]]]],
    [{ a: [{ name: 'x', b: 1 }] }, [['a.x.b', 1]]],
    [{ a: [{ name: 'x' }] }, [['a.x', 'x']]],
    [{ a: [{ b: 1 }] }, [['a..b', 1]]],
    [{ a: [{ name: 'x', $patch: 'delete' }] }, [['a.x', null]]],
    [{ '$setElementOrder/a': [{ name: 'x' }], $retainKeys: ['b'] }, []],
    [{ '$deleteFromPrimitiveList/a': ['x'] }, [['a', null]]],
  ])('%j', (value, expected) => {
    expect(
      leavesOf(value).map(leaf => [leaf.path.join('.'), leaf.value]),
    ).toEqual(expected);
  });

  it('stops at a depth where no field has a word of its own', () => {
    let value: unknown = 1;
    for (let i = 0; i < 100_000; i += 1) {
      value = { a: value };
    }
    expect(leavesOf(value).map(({ path }) => path.length)).toEqual([14]);
  });
});
