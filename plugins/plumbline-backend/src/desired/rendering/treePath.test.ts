import {
  commonFolder,
  folderOf,
  isWithin,
  pathWithin,
  resolveInTree,
} from './treePath';

describe('treePath', () => {
  it.each([
    ['deploy/prod', '../base', 'deploy/base'],
    ['deploy/prod', './a//b/.', 'deploy/prod/a/b'],
    ['deploy', '..', '.'],
    ['.', 'a', 'a'],
  ])('resolves in %s %s to %s', (folder, relative, expected) => {
    expect(resolveInTree(folder, relative)).toBe(expected);
  });

  it.each([
    ['.', '..'],
    ['deploy/prod', '../../../etc/passwd'],
    ['deploy', 'a/../../../deploy'],
  ])('finds that %s %s leads out', (folder, relative) => {
    expect(resolveInTree(folder, relative)).toBeUndefined();
  });

  it('tells what lies below from what begins the same', () => {
    expect(isWithin('a', 'a/b')).toBe(true);
    expect(isWithin('a', 'ab')).toBe(false);
    expect(isWithin('.', 'x')).toBe(true);
    expect(pathWithin('a', 'a/b')).toBe('b');
    expect(pathWithin('a', 'a')).toBe('.');
    expect(folderOf('a')).toBe('.');
  });

  it('finds the nearest common folder', () => {
    expect(commonFolder(['a/b/c', 'a/b', 'a/b/d'])).toBe('a/b');
    expect(commonFolder(['a/b', 'ab'])).toBe('.');
    expect(commonFolder(['a', '.'])).toBe('.');
  });
});
