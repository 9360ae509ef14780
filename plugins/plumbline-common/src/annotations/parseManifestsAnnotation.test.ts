import fc from 'fast-check';
import { parseManifestsAnnotation } from './parseManifestsAnnotation';

describe('parseManifestsAnnotation', () => {
  it.each([
    ['deploy/prod', 'deploy/prod'],
    ['  ./deploy//prod/  ', 'deploy/prod'],
    ['.', '.'],
    ['./', '.'],
    ['deploy/my app', 'deploy/my app'],
    ['deploy/..hidden', 'deploy/..hidden'],
    [
      'url:https://github.com/acme/infra/tree/main/prod/',
      'url:https://github.com/acme/infra/tree/main/prod/',
    ],
  ])('reads the path %j', (text, path) => {
    expect(parseManifestsAnnotation(text)).toEqual([{ path }]);
  });

  it('reads a list of targets in block and in flow style', () => {
    const expected = [
      {
        path: 'deploy/overlays/prod',
        cluster: 'prod-eu',
        namespace: 'payments',
        renderer: 'kustomize',
      },
      { path: 'deploy/overlays/staging', cluster: 'staging' },
    ];
    expect(
      parseManifestsAnnotation(`
- { path: deploy/overlays/prod, cluster: prod-eu, namespace: payments, renderer: kustomize }
- path: deploy/overlays/staging
  cluster: staging
`),
    ).toEqual(expected);
    expect(parseManifestsAnnotation(JSON.stringify(expected))).toEqual(
      expected,
    );
  });

  it('keeps names that other YAML readers take for numbers or booleans', () => {
    expect(
      parseManifestsAnnotation(
        '- { path: "on", cluster: 1e3, namespace: 007 }',
      ),
    ).toEqual([{ path: 'on', cluster: '1e3', namespace: '007' }]);
  });

  it.each([
    ['', 'plumbline.io/manifests is empty'],
    ['  \n', 'plumbline.io/manifests is empty'],
    ['../other', 'plumbline.io/manifests must not contain ".."'],
    ['a/../../b', 'plumbline.io/manifests must not contain ".."'],
    ['a/%2e%2E/b', 'plumbline.io/manifests must not contain ".."'],
    ['/etc', 'must be relative'],
    ['a\\..\\b', 'must use "/"'],
    ['a/.git/config', '".git"'],
    ['a\0b', 'control characters'],
    ['a%00b', 'escaped control character'],
    ['a%b', '"%" that starts no valid escape'],
    ['file:///etc', 'absolute url:https://'],
    ['https://github.com/acme/infra', 'absolute url:https://'],
    ['url:ftp://host/x', 'http or https'],
    ['url:nonsense', 'no valid address'],
    ['url:https://user:word@host/x', 'must not carry credentials'],
    ['url:https://host/a/../b', 'must not contain ".."'],
    ['a\nb', 'line breaks'],
    ['{ path: a }', 'write a list'],
    ['path: a', 'write a list'],
    ['[]', 'lists no target'],
    ['- a', 'plumbline.io/manifests[0] must be a map'],
    ['- { cluster: a }', 'plumbline.io/manifests[0].path is missing'],
    ['- { path: "" }', 'plumbline.io/manifests[0].path must be a text'],
    ['- { path: [a] }', 'plumbline.io/manifests[0].path must be a text'],
    [
      '- { path: a }\n- { path: ../b }',
      'plumbline.io/manifests[1].path must not contain ".."',
    ],
    [
      '- { path: a, clusters: b }',
      'plumbline.io/manifests[0].clusters is not a known key',
    ],
    [
      '- { path: a, __proto__: { cluster: b } }',
      'plumbline.io/manifests[0].__proto__ is not a known key',
    ],
    [
      '- { path: a, namespace: A_b }',
      "plumbline.io/manifests[0].namespace is no namespace's name",
    ],
    [
      '- { path: a, renderer: Json Net }',
      "plumbline.io/manifests[0].renderer is no renderer's name",
    ],
    [
      '- { path: a }\n- { path: ./a/ }',
      'plumbline.io/manifests[1] is the same target as plumbline.io/manifests[0]',
    ],
    ['- { path: a, path: b }', 'no valid YAML'],
    ['- { path: !!js/function "x" }', 'no valid YAML'],
    ['- { path: a', 'no valid YAML'],
  ])('refuses %j', (text, message) => {
    expect(() => parseManifestsAnnotation(text)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it.each([
    [`- { path: ${'a'.repeat(2000)} }`, '[0].path is longer than 1024'],
    ['a'.repeat(20_000), 'is longer than 16384 characters'],
    [
      Array.from({ length: 51 }, (_, index) => `- { path: p${index} }`).join(
        '\n',
      ),
      'lists 51 targets',
    ],
  ])('sets limits (%#)', (text, message) => {
    expect(() => parseManifestsAnnotation(text)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message) }),
    );
  });

  it('never throws anything but an InputError, and never lets a path leave its folder', () => {
    const fragment = fc.constantFrom(
      ...['..', '.', '/', 'a', '%2e', '\\', '\0', '- ', '[', '{ path: ', '}'],
      ...['\n', ':', 'url:', 'https://h', ']', ',', ' ', '"', '&a', '*a', '!!'],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fragment).map(parts => parts.join('')),
        ),
        text => {
          const { paths, errorName } = read(text);
          expect(errorName).toBe(paths ? undefined : 'InputError');
          for (const path of paths ?? []) {
            expect(decodeURIComponent(path).split(/[/\\]/)).not.toContain('..');
            expect(path).not.toMatch(/^\/|\0/);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function read(text: string): { paths?: string[]; errorName?: string } {
  try {
    return { paths: parseManifestsAnnotation(text).map(({ path }) => path) };
  } catch (error) {
    return { errorName: (error as Error).name };
  }
}
