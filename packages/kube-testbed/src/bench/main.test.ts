import { main } from './main';

describe('bench', () => {
  it('refuses a name that nobody knows, with those that are known', () => {
    const lines: string[] = [];
    expect(main(line => lines.push(line), ['speed'])).toBe(2);
    expect(lines).toEqual([
      'bench: no benchmark is called speed; there is drift',
    ]);
  });
});
