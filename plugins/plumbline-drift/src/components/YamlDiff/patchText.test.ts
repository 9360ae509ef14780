import { parseDiff } from 'react-diff-view';
import { patchText } from './patchText';

describe('patchText', () => {
  it('writes a patch that the viewer reads, with its number of changed lines', () => {
    const { patch, changedLines } = patchText(
      'apps/v1/Deployment/payments/payments-api',
      'spec:\n  replicas: 3\n',
      'spec:\n  replicas: 5\n',
    );

    expect(changedLines).toBe(2);
    const [file] = parseDiff(patch);
    expect(
      file.hunks.flatMap(hunk =>
        hunk.changes.map(change => `${change.type} ${change.content}`),
      ),
    ).toEqual(['normal spec:', 'delete   replicas: 3', 'insert   replicas: 5']);
  });

  it('counts lines that begin like a header', () => {
    expect(patchText('v1/ConfigMap/a/b', '-- a\n', '++ b\n').changedLines).toBe(
      2,
    );
  });

  it('is empty when both sides are the same', () => {
    expect(patchText('v1/ConfigMap/a/b', 'a: 1\n', 'a: 1\n')).toEqual({
      patch: '',
      changedLines: 0,
    });
  });
});
