import { waysOutFixture } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import { parseDiff } from 'react-diff-view';
import {
  describePatches,
  joinPatches,
  patchForViewer,
  patchSize,
} from './adoptPatch';
import { arrangeWarnings, type RestoreCommand } from './restoreWarnings';

const [patch] = waysOutFixture().adopt.patches;

describe('adopt patch', () => {
  it('reads as a sentence', () => {
    expect(describePatches([patch])).toBe(
      'Changes 1 line; comments and order stay.',
    );
    expect(
      describePatches([
        patch,
        {
          ...patch,
          file: 'deploy/prod/config.yaml',
          patch: '@@ -1,1 +1,3 @@\n a: 1\n+b: 2\n+c: 3\n',
        },
      ]),
    ).toBe('Changes 1 line, adds 2 lines in 2 files; comments and order stay.');
    expect(
      describePatches([{ ...patch, patch: '@@ -1,2 +1 @@\n a: 1\n-b: 2\n' }]),
    ).toBe('Removes 1 line; comments and order stay.');
  });

  it('counts lines that begin like a header', () => {
    expect(
      patchSize('--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n--- old\n+++ new\n same\n'),
    ).toEqual({ changed: 1, added: 0, removed: 0 });
  });

  it('does not count the mark of a missing last newline', () => {
    expect(
      patchSize(
        '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n@@ -9 +9,2 @@\n x\n+y\n',
      ),
    ).toEqual({ changed: 1, added: 1, removed: 0 });
  });

  it('joins files, each ending its last line', () => {
    expect(
      joinPatches([
        { ...patch, patch: 'a' },
        { ...patch, patch: 'b\n' },
      ]),
    ).toBe('a\nb\n');
  });

  it('is read by the viewer, with or without the head of Git', () => {
    const [file] = parseDiff(patchForViewer(patch));
    expect(file.hunks[0].changes.map(change => change.type)).toEqual([
      'normal',
      'normal',
      'delete',
      'insert',
      'normal',
    ]);
    const withHead = { ...patch, patch: patchForViewer(patch) };
    expect(patchForViewer(withHead)).toBe(withHead.patch);
  });
});

describe('arrangeWarnings', () => {
  const restart = { severity: 'warning' as const, title: 'Restarts 5 pods' };
  const loss = { severity: 'danger' as const, title: 'Deletes the volume' };
  const note = { severity: 'info' as const, title: 'Needs cluster-admin' };
  const command = (
    text: string,
    warnings: RestoreCommand['warnings'],
  ): RestoreCommand => ({ text, tool: 'kubectl', does: text, warnings });

  it('says once what all commands share, the gravest first', () => {
    const { shared, commands } = arrangeWarnings([
      command('narrow', [note, restart]),
      command('wide', [restart, note, loss]),
    ]);

    expect(shared).toEqual([restart, note]);
    expect(commands.map(item => item.own)).toEqual([[], [loss]]);
  });

  it('takes the same title with another text for another warning', () => {
    const { shared, commands } = arrangeWarnings([
      command('narrow', [{ ...restart, text: '2.14.0 comes back' }]),
      command('wide', [restart]),
    ]);

    expect(shared).toEqual([]);
    expect(commands.map(item => item.own.length)).toEqual([1, 1]);
  });
});
