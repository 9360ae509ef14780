import { InputError } from '@backstage/errors';

const MAX_PATH_LENGTH = 1024;

/**
 * Checks where manifests are said to be and gives the path its one form.
 *
 * @param text - a relative path, or `url:` with an absolute address
 * @param key - what the error calls it
 * @returns the path without `.` segments and without `/` at the end
 * @throws InputError when the path leaves the folder it is relative to, or could be read in two ways
 * @internal
 */
export function checkManifestsPath(text: string, key: string): string {
  if (text.length > MAX_PATH_LENGTH) {
    throw new InputError(`${key} is longer than ${MAX_PATH_LENGTH} characters`);
  }
  if (/\p{Cc}/u.test(text)) {
    throw new InputError(`${key} contains control characters or line breaks`);
  }
  if (text.startsWith('url:')) {
    return `url:${checkAddress(text.slice('url:'.length), key)}`;
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) {
    throw new InputError(
      `${key} must be a path relative to the source location, or an absolute url:https://…`,
    );
  }
  if (text.startsWith('/')) {
    throw new InputError(
      `${key} must be relative to the source location, so without "/" in front`,
    );
  }
  const segments = checkedSegments(text, key);
  return segments.length === 0 ? '.' : segments.join('/');
}

function checkAddress(address: string, key: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch (error) {
    throw new InputError(`${key} has no valid address after url:`, error);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InputError(`${key} must be an http or https address after url:`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new InputError(`${key} must not carry credentials`);
  }
  // The text, not the parsed address: parsing has resolved the segments already.
  checkedSegments(address.replace(/^[^:]*:\/\/[^/?#]*/, ''), key);
  return address;
}

function checkedSegments(path: string, key: string): string[] {
  const decoded = decode(path, key);
  if (/\p{Cc}/u.test(decoded)) {
    throw new InputError(`${key} contains an escaped control character`);
  }
  if (decoded.includes('\\')) {
    throw new InputError(`${key} must use "/" between folders, not "\\"`);
  }
  const segments = decoded
    .split(/[/?#]/)
    .filter(segment => segment !== '' && segment !== '.');
  if (segments.includes('..')) {
    throw new InputError(`${key} must not contain ".."`);
  }
  if (segments.some(segment => segment.toLowerCase() === '.git')) {
    throw new InputError(`${key} must not lead into ".git"`);
  }
  return path.split('/').filter(segment => segment !== '' && segment !== '.');
}

function decode(path: string, key: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    throw new InputError(`${key} has a "%" that starts no valid escape`, error);
  }
}
