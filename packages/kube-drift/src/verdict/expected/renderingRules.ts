import { formatPath } from '../../path/format';
import { isEncrypted } from '../unverifiable';
import { ExpectedRule, isBelow } from './ExpectedRule';

export const RENDERING_RULES: readonly ExpectedRule[] = [
  {
    id: 'order-only',
    about:
      'The same elements of a list in another order, where it means nothing.',
    reason: ({ difference }) =>
      difference.orderOnly
        ? 'same elements in another order, which means nothing here'
        : undefined,
  },
  {
    id: 'unstable-rendering',
    about: 'Fields that every rendering of the same commit makes up anew.',
    reason: ({ difference, unstablePaths }) =>
      unstablePaths.some(path => isBelow(formatPath(difference.path), path))
        ? 'differs between two renderings of the same commit'
        : undefined,
  },
  {
    id: 'encryption-metadata',
    about:
      'What SOPS keeps in an encrypted file about its encryption; it is no part of the object.',
    reason: ({ difference, desired }) =>
      isEncrypted(desired) && isBelow(formatPath(difference.path), 'sops')
        ? 'what SOPS keeps about the encryption of the file'
        : undefined,
  },
];
