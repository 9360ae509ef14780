import type { WaysOut } from '@plumbline/backstage-plugin-plumbline-common';

type Patch = WaysOut['adopt']['patches'][number];

/** How much a patch touches, in lines. @internal */
export interface PatchSize {
  changed: number;
  added: number;
  removed: number;
}

/**
 * @returns one text that `git apply` takes at the repository's root, however many files it touches.
 * @internal
 */
export function joinPatches(patches: Patch[]): string {
  return patches
    .map(({ patch }) => (patch.endsWith('\n') ? patch : `${patch}\n`))
    .join('');
}

/**
 * The viewer reads Git's format only, which names both files in front.
 *
 * @internal
 */
export function patchForViewer({ file, patch }: Patch): string {
  return patch.startsWith('diff --git ')
    ? patch
    : `diff --git a/${file} b/${file}\n${patch}`;
}

/**
 * Counts per hunk, where a removed line and an added one are one changed line.
 *
 * @internal
 */
export function patchSize(patch: string): PatchSize {
  const size = { changed: 0, added: 0, removed: 0 };
  for (const hunk of hunksOf(patch)) {
    const plus = hunk.filter(line => line.startsWith('+')).length;
    const minus = hunk.filter(line => line.startsWith('-')).length;
    const changed = Math.min(plus, minus);
    size.changed += changed;
    size.added += plus - changed;
    size.removed += minus - changed;
  }
  return size;
}

/**
 * @returns e.g. `Changes 1 line in 1 file and adds 2 lines; comments and order stay.`
 * @internal
 */
export function describePatches(patches: Patch[]): string {
  const size = patchSize(joinPatches(patches));
  const parts = [
    countOf('Changes', size.changed),
    countOf('adds', size.added),
    countOf('removes', size.removed),
  ].filter(part => part !== undefined);
  const files = patches.length === 1 ? '' : ` in ${patches.length} files`;
  const sentence = `${parts.join(', ')}${files}; comments and order stay.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function countOf(verb: string, count: number): string | undefined {
  return count === 0
    ? undefined
    : `${verb} ${count} ${count === 1 ? 'line' : 'lines'}`;
}

/** The lines of each hunk; a line in a hunk may well begin like a header. */
function hunksOf(patch: string): string[][] {
  const hunks: string[][] = [];
  let left = { before: 0, after: 0 };
  for (const line of patch.split('\n')) {
    const head = line.match(/^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/);
    if (left.before <= 0 && left.after <= 0) {
      if (head) {
        hunks.push([]);
        left = { before: Number(head[1] ?? 1), after: Number(head[2] ?? 1) };
      }
      continue;
    }
    hunks[hunks.length - 1].push(line);
    left = {
      before: left.before - (/^[+\\]/.test(line) ? 0 : 1),
      after: left.after - (/^[-\\]/.test(line) ? 0 : 1),
    };
  }
  return hunks;
}
