import { asMergePatch } from './jsonPatch';

describe('asMergePatch', () => {
  it('shows what a JSON patch sets and removes', () => {
    expect(
      asMergePatch([
        {
          op: 'replace',
          path: '/spec/template/spec/containers/0/image',
          value: 'b',
        },
        { op: 'add', path: '/metadata/annotations/a~1b', value: 'x' },
        { op: 'remove', path: '/spec/paused' },
      ]),
    ).toEqual({
      spec: {
        template: { spec: { containers: [{ image: 'b' }] } },
        paused: null,
      },
      metadata: { annotations: { 'a/b': 'x' } },
    });
  });

  it('leaves other bodies alone and is safe from hostile ones', () => {
    expect(asMergePatch({ spec: 1 })).toEqual({ spec: 1 });
    const patch = [
      { op: 'add', path: '/__proto__/polluted', value: true },
      { op: 'add', path: '/a/999999999', value: 1 },
      'nonsense',
    ];
    expect(asMergePatch(patch)).toMatchObject({ a: [1] });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
