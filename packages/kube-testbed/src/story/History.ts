import { load } from 'js-yaml';

/**
 * A commit of the example's repository, described by what it changed.
 *
 * @internal
 */
export interface StoryCommit {
  /** Chapter it was made before. */
  chapter: string;
  author: { name: string; email: string };
  minutesBefore: number;
  message: string;
  /** Files it added, as they were then. */
  add: string[];
  /** Texts it replaced. */
  edit: { file: string; from: string; to: string }[];
}

/**
 * Files of a repository: path to text.
 *
 * @internal
 */
export type FileTree = ReadonlyMap<string, string>;

/**
 * Reads the history file: commits, oldest first.
 *
 * @throws TypeError when an author is not among the people.
 * @internal
 */
export function readHistory(yaml: string): StoryCommit[] {
  const { people, commits } = load(yaml) as {
    people: Record<string, { name: string; email: string }>;
    commits: (Partial<StoryCommit> & {
      chapter: string;
      author: string;
      message: string;
      minutesBefore: number;
    })[];
  };
  return commits.map(commit => {
    const author = people[commit.author];
    if (!author) {
      throw new TypeError(`history: who is ${commit.author}?`);
    }
    return {
      chapter: commit.chapter,
      author,
      minutesBefore: commit.minutesBefore,
      message: commit.message,
      add: commit.add ?? [],
      edit: commit.edit ?? [],
    };
  });
}

/**
 * The files after each commit, worked out backwards from the newest state.
 *
 * @throws RangeError when the commits do not lead to `newest`: an edit whose result is not there exactly once, an added
 * file that does not exist, or files that no commit added.
 * @internal
 */
export function treesOf(
  commits: readonly StoryCommit[],
  newest: FileTree,
): FileTree[] {
  const trees: FileTree[] = [];
  let tree = new Map(newest);
  for (const commit of [...commits].reverse()) {
    trees.unshift(tree);
    tree = new Map(tree);
    for (const { file, from, to } of [...commit.edit].reverse()) {
      const parts = (tree.get(file) ?? '').split(to);
      if (parts.length !== 2) {
        throw new RangeError(
          `history: "${commit.message.trim()}" wants ${JSON.stringify(
            to,
          )} once in ${file}, it is there ${parts.length - 1} times`,
        );
      }
      tree.set(file, parts.join(from));
    }
    for (const file of commit.add) {
      if (!tree.delete(file)) {
        throw new RangeError(`history: no such file: ${file}`);
      }
    }
  }
  if (tree.size > 0) {
    throw new RangeError(
      `history: no commit adds ${[...tree.keys()].join(', ')}`,
    );
  }
  return trees;
}
