import { formatPatch, structuredPatch } from 'diff';

/** Lines of context around a change. */
const CONTEXT_LINES = 5;

/** What a raw diff shows. @internal */
export interface PatchText {
  /** In the unified format of Git, as react-diff-view reads it; empty when both sides are the same. */
  patch: string;
  changedLines: number;
}

/**
 * @param objectRef - names both files
 * @returns the change from Git to live.
 * @internal
 */
export function patchText(
  objectRef: string,
  desired: string,
  live: string,
): PatchText {
  if (desired === live) {
    return { patch: '', changedLines: 0 };
  }
  const patch = structuredPatch(
    `git/${objectRef}`,
    `live/${objectRef}`,
    desired,
    live,
    undefined,
    undefined,
    { context: CONTEXT_LINES },
  );
  const unified = formatPatch(patch);
  return {
    // The separator that `diff` writes in front is not part of Git's format.
    patch: `diff --git a/${objectRef} b/${objectRef}\n${unified.slice(
      unified.indexOf('---'),
    )}`,
    changedLines: patch.hunks
      .flatMap(hunk => hunk.lines)
      .filter(line => line.startsWith('+') || line.startsWith('-')).length,
  };
}
