import type { KustomizeImage } from '@plumbline/backstage-plugin-plumbline-node';
import { applyKustomizeOptions } from './applyKustomizeOptions';

describe('applyKustomizeOptions', () => {
  const written = { name: 'web', newName: 'mirror/web', digest: 'sha256:a' };

  it.each<[KustomizeImage, object]>([
    // As `kustomize edit set image`, by which Argo CD does it.
    [
      { name: 'web', newTag: '2' },
      { name: 'web', newTag: '2' },
    ],
    [
      { name: 'web', newName: 'other/web' },
      { name: 'web', newName: 'other/web' },
    ],
    [
      { name: 'web', newName: '*', newTag: '2' },
      { name: 'web', newName: 'mirror/web', newTag: '2' },
    ],
    [
      { name: 'web', newName: 'other/web', newTag: '*', digest: '*' },
      { name: 'web', newName: 'other/web', digest: 'sha256:a' },
    ],
  ])('puts the image %j in the place of a written one', (image, expected) => {
    expect(
      applyKustomizeOptions({ images: [written] }, { images: [image] }),
    ).toEqual({ images: [expected] });
  });

  it('adds an image of which nothing is written', () => {
    expect(
      applyKustomizeOptions(
        { images: [written] },
        { images: [{ name: 'db', newName: '*', newTag: '2' }] },
      ),
    ).toEqual({ images: [written, { name: 'db', newTag: '2' }] });
  });
});
