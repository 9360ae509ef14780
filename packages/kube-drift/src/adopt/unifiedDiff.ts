import { structuredPatch } from 'diff';

const CONTEXT = 3;

interface Hunk {
  oldStart: number;
  newStart: number;
  lines: string[];
}

/** Thrown when a patch would have to show a line that must not be shown. */
export class HiddenLineError extends Error {
  readonly name = 'HiddenLineError';
}

/**
 * A unified diff as `git apply` takes it at the repository's root.
 *
 * @param hidden - lines (from 1) of both texts that must not be shown: context ends before them
 * @throws HiddenLineError when a hidden line changes, or follows one that does
 */
export function unifiedDiff(
  file: string,
  texts: { before: string; after: string },
  hidden: { before: ReadonlySet<number>; after: ReadonlySet<number> },
): string {
  const { before, after } = texts;
  if (before === after) {
    return '';
  }
  const { hunks } = structuredPatch('', '', before, after, '', '', {
    context: CONTEXT,
  });
  const [from, to] = [quoted(`a/${file}`), quoted(`b/${file}`)];
  return [
    `diff --git ${from} ${to}`,
    `--- ${from}${tabAfter(from)}`,
    `+++ ${to}${tabAfter(to)}`,
    ...hunks.map(hunk => formatHunk(withoutHidden(hunk, hidden))),
    '',
  ].join('\n');
}

function formatHunk({ oldStart, newStart, lines }: Hunk): string {
  const count = (other: string) =>
    lines.filter(line => !line.startsWith(other) && !line.startsWith('\\'))
      .length;
  const [removed, added] = [count('+'), count('-')];
  // Of an empty side, the line before it is named.
  const from = removed === 0 ? oldStart - 1 : oldStart;
  const to = added === 0 ? newStart - 1 : newStart;
  return [`@@ -${from},${removed} +${to},${added} @@`, ...lines].join('\n');
}

/** Cuts the context of a hunk where it reaches a hidden line. */
function withoutHidden(
  hunk: Hunk,
  hidden: { before: ReadonlySet<number>; after: ReadonlySet<number> },
): Hunk {
  let old = hunk.oldStart;
  let fresh = hunk.newStart;
  const marked = hunk.lines.map(line => {
    const isNote = line.startsWith('\\');
    const isHidden =
      !isNote &&
      ((!line.startsWith('+') && hidden.before.has(old)) ||
        (!line.startsWith('-') && hidden.after.has(fresh)));
    if (!isNote && !line.startsWith('+')) old += 1;
    if (!isNote && !line.startsWith('-')) fresh += 1;
    return { line, isHidden };
  });
  const isChange = ({ line }: { line: string }) => /^[-+]/.test(line);
  const first = marked.findIndex(isChange);
  const last = marked.findLastIndex(isChange);
  if (marked.slice(first, last + 1).some(({ isHidden }) => isHidden)) {
    throw new HiddenLineError();
  }
  const head = marked.slice(0, first).findLastIndex(one => one.isHidden) + 1;
  const cut = marked.slice(last + 1).findIndex(one => one.isHidden);
  if (cut === 0) {
    // Without a line behind the change, git takes it for the end of the file.
    throw new HiddenLineError();
  }
  const end = cut === -1 ? marked.length : last + 1 + cut;
  return {
    oldStart: hunk.oldStart + head,
    newStart: hunk.newStart + head,
    lines: marked.slice(head, end).map(({ line }) => line),
  };
}

/** A name as git writes it: in quotes when it holds characters that would end it. */
function quoted(name: string): string {
  return /["\\\p{Cc}]/u.test(name)
    ? JSON.stringify(name).replace(
        /\\u00([0-9a-f]{2})/g,
        (_, hex: string) =>
          `\\${parseInt(hex, 16).toString(8).padStart(3, '0')}`,
      )
    : name;
}

function tabAfter(name: string): string {
  return name.includes(' ') && !name.startsWith('"') ? '\t' : '';
}
