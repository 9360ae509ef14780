import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Retimer } from '../audit/Retimer';
import { loopbackKubeconfig } from '../kubernetes/loopbackKubeconfig';
import { StoryCommit, readHistory, treesOf } from '../story/History';
import { readTree } from '../story/fileTree';
import type { Recording } from '../story/recordStory';
import { issueLoopbackCertificate } from '../tls/issueCertificate';
import { ExampleFolder, ExampleSettings } from './ExampleFolder';
import { ChapterTime, momentOf, readChapterTimes } from './chapterTimes';
import { writeRepository } from './writeRepository';

/** An example that nobody has loaded yet is moved again when it is older than this. */
const FRESH_MS = 20 * 60_000;

const TEN_YEARS_DAYS = 3650;

/** Discard: nothing listens there, so that the refusal is a real one. */
const CLOSED_PORT = 9;

/**
 * Turns the recorded example into one of today: Git repository, snapshot, audit files, certificate, tokens. Does nothing
 * when that has been done. An example that has been loaded keeps its times, since its events would otherwise be there twice.
 *
 * @returns whether anything was written
 * @internal
 */
export async function prepareExample(options: {
  /** `examples/` of the repository. */
  examples: string;
  target: ExampleFolder;
  now: Date;
}): Promise<boolean> {
  const { examples, target, now } = options;
  const inputs = await hashOf(examples);
  const settings = await target.settings();
  const loaded = await target.loaded();
  const kept = loaded ? new Date(loaded.preparedAt) : undefined;
  if (settings?.inputs === inputs) {
    const age = now.getTime() - Date.parse(settings.preparedAt);
    if (kept?.toISOString() === settings.preparedAt || age < FRESH_MS) {
      return false;
    }
  }
  await write(examples, target, kept ?? now, inputs);
  return true;
}

async function write(
  examples: string,
  target: ExampleFolder,
  now: Date,
  inputs: string,
): Promise<void> {
  await rm(target.settingsFile, { force: true });
  await writeTls(target);
  const read = (file: string) => readFile(path.join(examples, file), 'utf8');
  const times = readChapterTimes(await read('story/chapters.yaml'));
  const clusters = await readdir(path.join(examples, 'recording'));
  for (const cluster of clusters) {
    const source = path.join(examples, 'recording', cluster);
    const recording: Recording = JSON.parse(
      await read(`recording/${cluster}/recording.json`),
    );
    const chapterTimes = times.get(cluster) ?? new Map();
    const retimer = retimerFor(recording, chapterTimes, now);
    const parts: [string, string][] = [
      ['audit', target.auditFolder(cluster)],
      ['snapshot', target.snapshotFolder(cluster)],
    ];
    for (const [part, folder] of parts) {
      await moveFiles(path.join(source, part), folder, retimer);
    }
    await writeToken(target, cluster);
  }
  await writeGit(examples, target, now, times);
  await writeFile(
    target.unreachableKubeconfig,
    loopbackKubeconfig({ server: `https://127.0.0.1:${CLOSED_PORT}` }),
  );
  const settings: ExampleSettings = {
    inputs,
    preparedAt: now.toISOString(),
    clusters,
  };
  // Last, so that half an example is never taken for a whole one.
  await writeFile(
    target.settingsFile,
    `${JSON.stringify(settings, undefined, 2)}\n`,
  );
}

/**
 * Moves a recording's chapters to the moments that the file of chapter times gives them.
 *
 * @throws RangeError for a chapter without a time, or times out of order.
 */
function retimerFor(
  recording: Recording,
  times: ReadonlyMap<string, ChapterTime>,
  now: Date,
): Retimer {
  return Retimer.byChapters(
    recording.chapters.map(({ name, startedAt }) => {
      const time = times.get(name);
      if (!time) {
        throw new RangeError(
          `chapter ${name} of ${recording.cluster} has no time in story/chapters.yaml`,
        );
      }
      return { startedAt: new Date(startedAt), movedTo: momentOf(time, now) };
    }),
    { from: new Date(recording.from), to: new Date(recording.to) },
  );
}

async function moveFiles(
  source: string,
  folder: string,
  retimer: Retimer,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  if (!existsSync(source)) {
    return;
  }
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(source)) {
    const text = await readFile(path.join(source, file), 'utf8');
    await writeFile(path.join(folder, file), retimer.moveText(text));
  }
}

async function writeGit(
  examples: string,
  target: ExampleFolder,
  now: Date,
  times: ReadonlyMap<string, ReadonlyMap<string, ChapterTime>>,
): Promise<void> {
  const commits = readHistory(
    await readFile(path.join(examples, 'story', 'history.yaml'), 'utf8'),
  );
  const chapters = times.get('prod-eu');
  const dateOf = ({ chapter, minutesBefore }: StoryCommit) => {
    const time = chapters?.get(chapter);
    if (!time) {
      throw new RangeError(`history: there is no chapter ${chapter}`);
    }
    return new Date(momentOf(time, now).getTime() - minutesBefore * 60_000);
  };
  await rm(target.repository, { recursive: true, force: true });
  await writeRepository({
    folder: target.repository,
    commits,
    trees: treesOf(commits, await readTree(path.join(examples, 'manifests'))),
    dateOf,
  });
}

async function writeTls(target: ExampleFolder): Promise<void> {
  if (existsSync(target.tlsFile('tls.key'))) {
    return;
  }
  await mkdir(path.dirname(target.tlsFile('tls.key')), { recursive: true });
  const { ca, cert, key } = await issueLoopbackCertificate(TEN_YEARS_DAYS);
  await writeFile(target.tlsFile('ca.crt'), ca);
  await writeFile(target.tlsFile('tls.crt'), cert);
  await writeFile(target.tlsFile('tls.key'), key, { mode: 0o600 });
}

async function writeToken(
  target: ExampleFolder,
  cluster: string,
): Promise<void> {
  const file = target.tokenFile(cluster);
  if (!existsSync(file)) {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
}

async function hashOf(examples: string): Promise<string> {
  const hash = createHash('sha256');
  for (const part of ['manifests', 'story', 'recording']) {
    for (const [file, text] of await readTree(path.join(examples, part))) {
      hash.update(`${part}/${file}\0${text}\0`);
    }
  }
  return hash.digest('hex');
}
