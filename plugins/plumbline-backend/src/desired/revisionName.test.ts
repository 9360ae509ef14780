import { checkRevisionName } from './revisionName';

describe('checkRevisionName', () => {
  it.each([
    'main',
    'release/1.2',
    'v1.2.3',
    'feature/JIRA-1_x@2',
    'a'.repeat(40),
    'größe',
  ])('lets %s pass', revision => {
    expect(() => checkRevisionName(revision)).not.toThrow();
  });

  it.each([
    '',
    '..',
    '../../config',
    'main/../../x',
    'a..b',
    '/etc/passwd',
    'main/',
    '-x',
    '.hidden',
    'a/.b',
    'a//b',
    'HEAD~1',
    'HEAD^',
    'a:b',
    'a b',
    'a?b=c',
    'a\\b',
    'a*',
    'a[b',
    'a\nb',
    'main@{1}',
    '@',
    'x.lock',
    'x.',
    'a'.repeat(251),
  ])('refuses %j', revision => {
    expect(() => checkRevisionName(revision)).toThrow(
      'cannot be the name of a branch, a tag or a commit',
    );
  });
});
