import fs from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import git from 'isomorphic-git';
import { ExampleFolder } from './ExampleFolder';
import { momentOf, readChapterTimes } from './chapterTimes';
import { prepareExample } from './prepareExample';

const NOW = new Date(2026, 5, 20, 14, 30, 0);

async function writeExamples(examples: string): Promise<void> {
  const files: Record<string, string> = {
    'manifests/web.yaml': 'replicas: 2\n',
    'story/history.yaml': `
people: { lena: { name: Lena Ortiz, email: lena@example.com } }
commits:
  - { chapter: first, author: lena, minutesBefore: 5, message: Begin, add: [web.yaml] }
  - { chapter: second, author: lena, minutesBefore: 3, message: Grow, edit: [{ file: web.yaml, from: '1', to: '2' }] }
`,
    'story/chapters.yaml': `
prod-eu:
  first: { daysAgo: 2, time: '09:15' }
  second: { minutesAgo: 30 }
`,
    'recording/prod-eu/recording.json': JSON.stringify({
      cluster: 'prod-eu',
      from: '2026-01-01T10:00:00.000Z',
      to: '2026-01-01T10:30:00.000Z',
      chapters: [
        { name: 'first', startedAt: '2026-01-01T10:05:00.000Z' },
        { name: 'second', startedAt: '2026-01-01T10:10:00.000Z' },
      ],
    }),
    'recording/prod-eu/audit/01-second.ndjson':
      '{"stageTimestamp":"2026-01-01T10:10:02.250000Z"}\n',
    'recording/prod-eu/snapshot/snapshot.json':
      '{"recordedAt":"2026-01-01T10:12:00.000Z"}\n',
    'recording/prod-eu/snapshot/deployments.apps.json':
      '{"creationTimestamp":"2026-01-01T10:05:01Z"}\n',
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(examples, file)), { recursive: true });
    await writeFile(path.join(examples, file), text);
  }
}

describe('prepareExample', () => {
  let folder: string;
  let examples: string;
  let target: ExampleFolder;
  const prepare = (now: Date) => prepareExample({ examples, target, now });
  const read = (file: string) =>
    readFile(path.join(target.folder, file), 'utf8');
  const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'prepare-'));
    examples = path.join(folder, 'examples');
    target = new ExampleFolder(path.join(folder, 'example'));
    await writeExamples(examples);
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('moves audit events, snapshot and commits to the moments of their chapters', async () => {
    expect(await prepare(NOW)).toBe(true);
    const event = JSON.parse(await read('prod-eu/audit/01-second.ndjson'));
    expect(Date.parse(event.stageTimestamp)).toBe(
      NOW.getTime() - 30 * 60_000 + 2250,
    );
    const deployment = JSON.parse(
      await read('prod-eu/snapshot/deployments.apps.json'),
    );
    expect(new Date(deployment.creationTimestamp)).toEqual(
      new Date(2026, 5, 18, 9, 15, 1),
    );
    const log = await git.log({ fs, dir: target.repository });
    expect(
      log.map(({ commit }) => [
        commit.message.trim(),
        commit.author.name,
        commit.author.timestamp * 1000,
      ]),
    ).toEqual([
      ['Grow', 'Lena Ortiz', NOW.getTime() - 33 * 60_000],
      ['Begin', 'Lena Ortiz', new Date(2026, 5, 18, 9, 10).getTime()],
    ]);
    expect(await read('shop/web.yaml')).toBe('replicas: 2\n');
    expect(await read('edge-us.kubeconfig')).toContain('127.0.0.1:9');
  });

  it('keeps tokens to itself, and tokens and certificate when it is made again', async () => {
    await prepare(NOW);
    const token = await read('tokens/prod-eu');
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    const { mode } = await stat(target.tokenFile('prod-eu'));
    expect((mode % 0o1000).toString(8)).toBe('600');
    const certificate = await read('tls/tls.crt');
    await writeFile(
      path.join(examples, 'manifests', 'web.yaml'),
      '#\nreplicas: 2\n',
    );
    expect(await prepare(NOW)).toBe(true);
    expect(await read('tokens/prod-eu')).toBe(token);
    expect(await read('tls/tls.crt')).toBe(certificate);
  });

  it('does nothing when it is current, and moves on until it has been loaded', async () => {
    await prepare(NOW);
    expect(await prepare(minutes(5))).toBe(false);
    expect(await prepare(minutes(180))).toBe(true);

    const settings = (await target.settings())!;
    await writeFile(
      target.loadedFile,
      JSON.stringify({ ...settings, database: examples }),
    );
    expect(await prepare(minutes(3000))).toBe(false);
    // The database it was loaded into is gone: a new one gets a new today.
    await writeFile(
      target.loadedFile,
      JSON.stringify({ ...settings, database: path.join(folder, 'gone') }),
    );
    expect(await prepare(minutes(3000))).toBe(true);
  });

  it('names a chapter that has no time', async () => {
    await writeFile(
      path.join(examples, 'story', 'chapters.yaml'),
      'prod-eu: { first: { minutesAgo: 3 } }',
    );
    await expect(prepare(NOW)).rejects.toThrow(
      'chapter second of prod-eu has no time',
    );
    expect(await target.settings()).toBeUndefined();
  });
});

describe('chapter times', () => {
  it('are of this machine, on whole seconds', () => {
    expect(momentOf({ daysAgo: 1, time: '23:05' }, NOW)).toEqual(
      new Date(2026, 5, 19, 23, 5),
    );
    const odd = new Date(NOW.getTime() + 789);
    expect(momentOf({ minutesAgo: 2 }, odd)).toEqual(
      new Date(NOW.getTime() - 120_000),
    );
  });

  it('refuse what is neither', () => {
    expect(() =>
      readChapterTimes('a: { b: { daysAgo: 0, time: "09:00" } }'),
    ).toThrow(/chapter b/);
    expect(() => readChapterTimes('a: { b: { daysAgo: 1, time: 9 } }')).toThrow(
      /chapter b/,
    );
  });
});
