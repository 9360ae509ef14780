import fc from 'fast-check';
import { diffManifests } from './diffManifests';
import { arbitraryManifest } from './__testUtils__/arbitraryManifest';
import { served } from './__testUtils__/served';
import { KubeObject } from './yaml/readManifests';

// Hundreds of whole objects, on a machine that may be busy.
jest.setTimeout(60_000);

function drift(desired: KubeObject, live: KubeObject): string[] {
  const [{ findings }] = diffManifests([desired], [live]).objects;
  return findings
    .filter(({ verdict }) => verdict === 'drift')
    .map(({ path }) => path);
}

describe('for every object of every built-in kind', () => {
  it('nothing differs from itself', () => {
    fc.assert(
      fc.property(arbitraryManifest, object => {
        expect(
          diffManifests([object], [structuredClone(object)]).objects,
        ).toMatchObject([{ verdict: 'none', findings: [] }]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('what the server makes of it is never drift', () => {
    fc.assert(
      fc.property(arbitraryManifest, object => {
        expect(drift(object, served(object))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
