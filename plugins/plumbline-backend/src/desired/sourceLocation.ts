import { InputError } from '@backstage/errors';
import { HONOURED_ANNOTATIONS } from '@plumbline/backstage-plugin-plumbline-common';
import { isManifestFile } from './ReadLimits';

/** Where manifests are: what is read as one tree, and the path in it. */
export interface ManifestsPlace {
  /** `url:https://…` or `file:…`. */
  location: string;
  path: string;
}

/**
 * Joins an entity's source location with the path of one of its targets.
 *
 * @param sourceLocation - value of `backstage.io/source-location`
 * @param path - as `parseManifestsAnnotation` gives it: relative, or an absolute `url:…`
 * @returns undefined when a relative path has no location to start from
 * @throws InputError when the source location cannot be used
 */
export function placeOfManifests(
  sourceLocation: string | undefined,
  path: string,
): ManifestsPlace | undefined {
  if (path.startsWith('url:')) {
    return placeOfUrl(path);
  }
  if (sourceLocation === undefined) {
    return undefined;
  }
  checkSourceLocation(sourceLocation);
  return { location: sourceLocation, path };
}

/** A file is a path in its folder, since hosts deliver folders. */
function placeOfUrl(location: string): ManifestsPlace {
  const slash = location.lastIndexOf('/');
  return isManifestFile(location)
    ? {
        location: location.slice(0, slash).replace('/blob/', '/tree/'),
        path: location.slice(slash + 1),
      }
    : { location, path: '.' };
}

function checkSourceLocation(sourceLocation: string): void {
  const key = HONOURED_ANNOTATIONS.sourceLocation;
  if (sourceLocation.startsWith('file:')) {
    return;
  }
  const url = sourceLocation.startsWith('url:')
    ? sourceLocation.slice('url:'.length)
    : '';
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new InputError(`${key} must begin with url:https:// or file:`);
  }
  const { username, password } = new URL(url);
  if (username !== '' || password !== '') {
    throw new InputError(`${key} must not carry credentials`);
  }
}
