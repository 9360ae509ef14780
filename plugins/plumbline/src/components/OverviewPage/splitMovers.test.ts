import { splitMovers } from './splitMovers';

const mover = (name: string, change: number) => ({
  entityRef: `component:default/${name}`,
  from: 40,
  to: 40 + change,
  change,
});

describe('splitMovers', () => {
  it('parts worse from better and orders by how much', () => {
    const { worse, better } = splitMovers([
      mover('a', 3),
      mover('b', -6),
      mover('c', 22),
      mover('d', 0),
      mover('e', -14),
    ]);
    expect(worse.map(item => item.change)).toEqual([22, 3]);
    expect(better.map(item => item.change)).toEqual([-14, -6]);
  });
});
