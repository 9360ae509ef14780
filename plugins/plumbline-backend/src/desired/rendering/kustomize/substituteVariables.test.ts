import { substituteVariables } from './substituteVariables';

const VALUES = { name: 'web', empty: '', lines: 'a\nb\n' };

describe('substituteVariables', () => {
  it.each([
    ['${name}', 'web'],
    ['${gone}', ''],
    ['${gone:-x} ${gone:=x} ${gone-x} ${gone=x}', 'x x x x'],
    ['${empty:-x} ${name:-x}', 'x web'],
    ['$${name}', '${name}'],
    ['$$${name}', '$web'],
    // What Kubernetes takes for an escape, Flux takes for one as well.
    ['$$(HOME)', '$(HOME)'],
    ['$HOME $(HOME)', '$HOME $(HOME)'],
    ['${lines}', 'ab'],
    ['${constructor}', ''],
  ])('makes of %s %j', (text, expected) => {
    expect(substituteVariables(text, VALUES)).toBe(expected);
  });

  it.each([
    '${name/a/b}',
    '${name^^}',
    '${#name}',
    '${gone:-${name}}',
    '${gone:-a\\/b}',
    '${{ github.ref }}',
  ])('refuses %s', text => {
    expect(() => substituteVariables(text, VALUES)).toThrow(
      'only ${name} and ${name:-default} are supported',
    );
  });

  it('leaves an object alone that says so', () => {
    const text =
      'metadata:\n  annotations:\n    kustomize.toolkit.fluxcd.io/substitute: disabled\nspec: ${name}\n';
    expect(substituteVariables(text, VALUES)).toBe(text);
  });
});
