import { diffArrays } from 'diff';

/** One version of a file. */
export interface FileVersion<Commit> {
  commit: Commit;
  text: string;
}

/**
 * Which commit wrote each line of a file's newest version.
 *
 * @param versions - oldest first
 * @returns one commit per line, of the newest version
 */
export function blame<Commit>(versions: FileVersion<Commit>[]): Commit[] {
  let lines: string[] = [];
  let owners: Commit[] = [];
  for (const { commit, text } of versions) {
    const next = text.split('\n');
    const nextOwners: Commit[] = [];
    let position = 0;
    for (const change of diffArrays(lines, next)) {
      if (change.added) {
        nextOwners.push(...change.value.map(() => commit));
      } else {
        const count = change.value.length;
        if (!change.removed) {
          nextOwners.push(...owners.slice(position, position + count));
        }
        position += count;
      }
    }
    lines = next;
    owners = nextOwners;
  }
  return owners;
}
