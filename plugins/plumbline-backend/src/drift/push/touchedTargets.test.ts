import type { GitPush } from './GitPush';
import { touchedTargets, type PushableTarget } from './touchedTargets';

const REPOSITORY = 'github.com/shop/deploy';

function isTouched(
  change: Partial<PushableTarget>,
  push: Partial<GitPush> = {},
  repositories: readonly string[] = [REPOSITORY],
): boolean {
  const target: PushableTarget = {
    id: 'target',
    repository: REPOSITORY,
    fullName: 'shop/deploy',
    ref: 'main',
    isLocatedByController: false,
    valuesFrom: [],
    path: 'prod',
    readFolder: undefined,
    renderedBy: 'plain',
    ...change,
  };
  const whole = { urls: [], ref: 'main', ...push };
  return touchedTargets(whole, new Set(repositories), [target]).length === 1;
}

describe('touchedTargets', () => {
  it('asks for repository and ref', () => {
    expect(isTouched({})).toBe(true);
    expect(isTouched({}, {}, ['github.com/shop/other'])).toBe(false);
    expect(isTouched({}, { ref: 'next' })).toBe(false);
  });

  it('takes a location without a ref for the default branch', () => {
    const ref = undefined;
    expect(isTouched({ ref }, { ref: 'next', isDefaultBranch: false })).toBe(
      false,
    );
    expect(isTouched({ ref }, { isDefaultBranch: true })).toBe(true);
    expect(isTouched({ ref }, { ref: 'next' })).toBe(true);
  });

  it('does not ask for the ref of what a controller locates', () => {
    expect(isTouched({ isLocatedByController: true }, { ref: 'v2' })).toBe(
      true,
    );
  });

  it('goes by the name where the event has no address', () => {
    const push = { fullName: 'SHOP/deploy' };
    expect(isTouched({}, push, [])).toBe(true);
    expect(isTouched({}, { fullName: 'SHOP/other' }, [])).toBe(false);
  });

  it('knows the repositories that values come from', () => {
    const valuesFrom = [
      { repository: 'github.com/shop/values', fullName: 'shop/values' },
    ];
    const push = { ref: 'next', fullName: 'shop/values', paths: ['a.yaml'] };
    const values = ['github.com/shop/values'];
    expect(isTouched({ valuesFrom }, push, values)).toBe(true);
    expect(isTouched({ valuesFrom }, push, [])).toBe(true);
    expect(isTouched({}, push, values)).toBe(false);
    expect(isTouched({ valuesFrom }, push, ['github.com/shop/x'])).toBe(false);
  });

  it.each([
    [{}, ['prod/a.yaml'], true],
    [{}, ['production/a.yaml'], false],
    [{ path: '' }, ['anything'], true],
    [{ path: 'prod/a.yaml' }, ['prod/a.yaml'], true],
    [{ path: 'prod/a.yaml' }, ['prod/b.yaml'], false],
    [{ path: 'overlays/prod', readFolder: '' }, ['base/a.yaml'], true],
    [{ path: 'k/overlays/prod', readFolder: 'k' }, ['k/base/a.yaml'], true],
    [{ path: 'k/overlays/prod', readFolder: 'k' }, ['docs/a.md'], false],
    // Before the first look nobody knows what an overlay reads, or whether it is one.
    [{ path: 'overlays/prod', renderedBy: 'kustomize' }, ['base/a'], true],
    [{ path: 'overlays/prod', renderedBy: undefined }, ['base/a'], true],
    // An Application may take values from beside its chart.
    [
      { isLocatedByController: true, renderedBy: 'helm', readFolder: 'chart' },
      ['envs/prod.yaml'],
      true,
    ],
  ] as [Partial<PushableTarget>, string[], boolean][])(
    'of %j, %j changed: %s',
    (target, paths, expected) => {
      expect(isTouched(target, { paths })).toBe(expected);
    },
  );
});
