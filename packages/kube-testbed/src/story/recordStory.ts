import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ClusterBinaries } from '../cluster/ClusterBinaries';
import { ControlPlane } from '../cluster/ControlPlane';
import { FileTree, StoryCommit } from './History';
import { PlayedChapter, StoryPlayer } from './StoryPlayer';
import { Story } from './Story';
import { recordSnapshot } from './recordSnapshot';
import { splitAuditLog } from './splitAuditLog';
import { writeTree } from './fileTree';

/**
 * `recording.json`: what was played, and when.
 *
 * @internal
 */
export interface Recording {
  cluster: string;
  /** The first and last moment that anything in the recording can have happened at. */
  from: string;
  to: string;
  chapters: PlayedChapter[];
}

/**
 * Plays a story on a new control plane and writes `recording.json`, `audit/NN-chapter.ndjson` and, where asked,
 * `snapshot/` into a folder. What was there before is replaced.
 *
 * @throws Error when a command of the story does not end as the story says.
 * @internal
 */
export async function recordStory(options: {
  binaries: ClusterBinaries;
  auditPolicy: string;
  story: Story;
  commits: readonly StoryCommit[];
  /** The files after each commit. */
  trees: readonly FileTree[];
  folder: string;
  snapshot: boolean;
  log: (line: string) => void;
}): Promise<Recording> {
  const { story, commits, trees, folder } = options;
  const temporary = await mkdtemp(path.join(tmpdir(), 'plumbline-story-'));
  const from = new Date(Date.now() - 1000);
  const plane = await ControlPlane.start({
    binaries: options.binaries,
    folder: path.join(temporary, 'control-plane'),
    auditPolicy: options.auditPolicy,
  });
  try {
    const shop = path.join(temporary, 'shop');
    const player = new StoryPlayer({ plane, folder: shop, log: options.log });
    const chapters: PlayedChapter[] = [];
    let tree: FileTree = new Map();
    for (const chapter of story.chapters) {
      const names = [...chapters.map(({ name }) => name), chapter.name];
      const next = treeAt(names, commits, trees) ?? tree;
      await writeTree(shop, next, tree);
      tree = next;
      chapters.push(await player.play(chapter, tree));
    }
    await rm(folder, { recursive: true, force: true });
    await mkdir(path.join(folder, 'audit'), { recursive: true });
    if (options.snapshot) {
      await recordSnapshot(plane, path.join(folder, 'snapshot'));
    }
    await writeAudit(plane.auditLog, chapters, path.join(folder, 'audit'));
    const recording = {
      cluster: story.cluster,
      from: from.toISOString(),
      to: new Date(Date.now() + 1000).toISOString(),
      chapters,
    };
    await writeFile(
      path.join(folder, 'recording.json'),
      `${JSON.stringify(recording, undefined, 2)}\n`,
    );
    return recording;
  } finally {
    await plane.stop();
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The newest files among the commits of these chapters. */
function treeAt(
  chapters: readonly string[],
  commits: readonly StoryCommit[],
  trees: readonly FileTree[],
): FileTree | undefined {
  const index = commits.findLastIndex(({ chapter }) =>
    chapters.includes(chapter),
  );
  return trees[index];
}

async function writeAudit(
  auditLog: string,
  chapters: readonly PlayedChapter[],
  folder: string,
): Promise<void> {
  const lines = (await readFile(auditLog, 'utf8')).split('\n').filter(Boolean);
  const byChapter = splitAuditLog(lines, chapters);
  for (const [index, { name, audited }] of chapters.entries()) {
    if (audited) {
      const file = `${String(index).padStart(2, '0')}-${name}.ndjson`;
      await writeFile(
        path.join(folder, file),
        `${byChapter.get(name)!.join('\n')}\n`,
      );
    }
  }
}
