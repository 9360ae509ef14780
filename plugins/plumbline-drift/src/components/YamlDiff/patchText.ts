import { createTwoFilesPatch } from 'diff';

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
  const unified = createTwoFilesPatch(
    `git/${objectRef}`,
    `live/${objectRef}`,
    desired,
    live,
    undefined,
    undefined,
    { context: CONTEXT_LINES },
  );
  // The separator of `diff` is not part of Git's format.
  const body = unified.slice(unified.indexOf('\n') + 1);
  return {
    patch: `diff --git a/${objectRef} b/${objectRef}\n${body}`,
    changedLines: body
      .split('\n')
      .filter(line => /^[+-](?!\+\+ |-- )/.test(line)).length,
  };
}
