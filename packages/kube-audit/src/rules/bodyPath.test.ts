import { compileBodyPath } from './bodyPath';

const body = {
  spec: {
    replicas: 3,
    containers: [
      { image: 'a' },
      { image: 'b', securityContext: { privileged: true } },
    ],
  },
  metadata: { annotations: { 'a/b': 'x' } },
};

describe('compileBodyPath', () => {
  it.each([
    ['$', [body]],
    ['$.spec.replicas', [3]],
    ['$.spec.containers[*].image', ['a', 'b']],
    ['$.spec.containers[1].image', ['b']],
    ['$..privileged', [true]],
    ["$.metadata.annotations['a/b']", ['x']],
    ['$.spec.none.deeper', []],
    ['$.constructor', []],
  ])('%s', (path, expected) => {
    expect(compileBodyPath(path)(body)).toEqual(expected);
  });

  it('names what it does not understand', () => {
    expect(() => compileBodyPath('$.spec[?(@.x)]')).toThrow('"[?(@.x)]"');
  });
});
