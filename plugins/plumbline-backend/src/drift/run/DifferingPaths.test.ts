import { DifferingPaths } from './DifferingPaths';

describe('DifferingPaths', () => {
  const paths = new DifferingPaths([
    'spec.containers[name=api].image',
    'metadata.labels.app.kubernetes.io/name',
  ]);

  it.each([
    'spec.containers[name=api].image',
    'spec.containers[name=api]',
    'spec.containers',
    'spec.containers[name=api].image.tag',
    'metadata.labels',
  ])('touch %s', path => expect(paths.touch(path)).toBe(true));

  it.each([
    'spec.containers[name=api].imagePullPolicy',
    'spec.containers[name=apis].image',
    'spec.replicas',
    'metadata.label',
  ])('do not touch %s', path => expect(paths.touch(path)).toBe(false));

  it('touch everything where the object is missing', () => {
    expect(new DifferingPaths(['$resource']).touch('spec')).toBe(true);
  });
});
