import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { SourceTree } from '../DesiredSource';
import { LimitedFiles } from '../ReadLimits';
import { contentOf } from './contentOf';
import { isSelected, selectFiles, type Selection } from './selectFiles';

const READ_TIMEOUT = 120_000;

/**
 * Reads one folder through Backstage, without keeping the rest of the repository.
 *
 * @throws DesiredStateError when a cap is exceeded, NotModifiedError when the etag is still that of the root, and whatever
 * else the reader throws
 */
export async function readFolder(
  urlReader: UrlReaderService,
  from: {
    root: string;
    /** Of the location, relative to the root; empty for the root. */
    folder: string;
    selection: Selection;
    etag: string | undefined;
  },
): Promise<SourceTree> {
  const { root, folder, selection, etag } = from;
  const below = folder === '' ? '' : `${folder}/`;
  const announced = new LimitedFiles(selection.limits);
  const response = await urlReader.readTree(root, {
    etag,
    signal: AbortSignal.timeout(READ_TIMEOUT),
    filter: (name, info) =>
      name.startsWith(below) &&
      isSelected(name.slice(below.length), selection) &&
      announced.announce(info?.size ?? 0),
  });
  const unpacked = await response.files();
  announced.checkAnnounced();
  const archive = await Promise.all(
    unpacked.map(async file => ({
      path: file.path.slice(below.length),
      content: await contentOf(file),
    })),
  );
  return {
    commit: { sha: response.etag },
    ...selectFiles(archive, [], selection),
  };
}
