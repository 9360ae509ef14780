import path from 'node:path';

/**
 * The folder of this package.
 *
 * @internal
 */
export const PACKAGE_FOLDER = path.dirname(
  require.resolve('@plumbline/kube-testbed/package.json'),
);

/**
 * The root of the repository.
 *
 * @internal
 */
export const REPOSITORY_FOLDER = path.resolve(PACKAGE_FOLDER, '../..');
