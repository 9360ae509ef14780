import { filesThatCall } from './templateFunctions';

const file = (text: string, path = 'templates/a.yaml') => [{ path, text }];

describe('filesThatCall', () => {
  it.each([
    '{{ lookup "v1" "Secret" "a" "b" }}',
    '{{- $x := (lookup "v1" "Secret" "a" "{}").data -}}',
    '{{ now }}\n{{\n  lookup\n}}',
  ])('finds a call in %j', text => {
    expect(filesThatCall('lookup', file(text))).toEqual(['templates/a.yaml']);
  });

  it.each([
    '# lookup',
    '{{/* lookup */}}',
    '{{- /* lookup */ -}}',
    '{{ lookup',
  ])('finds none in %j', text => {
    expect(filesThatCall('lookup', file(text))).toEqual([]);
  });

  it('looks at templates only', () => {
    expect(filesThatCall('now', file('{{ now }}', 'a.png'))).toEqual([]);
  });

  it('takes time in proportion to the text', () => {
    const start = performance.now();
    filesThatCall('now', file('{{ now '.repeat(500_000)));
    filesThatCall('now', file(`{{ ${'no '.repeat(1_000_000)}}}`));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
