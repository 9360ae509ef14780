import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { loadAll } from 'js-yaml';
import { REPOSITORY_FOLDER } from '../repositoryFolders';
import { readHistory, treesOf } from '../story/History';
import { Story, readStory } from '../story/Story';
import { readTree } from '../story/fileTree';
import type { Recording } from '../story/recordStory';
import { momentOf, readChapterTimes } from './chapterTimes';

const EXAMPLES = path.join(REPOSITORY_FOLDER, 'examples');
const CLUSTERS = ['prod-eu', 'edge-us'];

const read = (file: string) => readFile(path.join(EXAMPLES, file), 'utf8');

async function readAudit(cluster: string): Promise<{ line: string }[]> {
  const folder = path.join(EXAMPLES, 'recording', cluster, 'audit');
  const lines: { line: string }[] = [];
  for (const file of await readdir(folder)) {
    const text = await readFile(path.join(folder, file), 'utf8');
    lines.push(
      ...text
        .trim()
        .split('\n')
        .map(line => ({ line })),
    );
  }
  return lines;
}

const commandsOf = (story: Story) =>
  story.chapters.map(({ name, steps }) => ({
    name,
    commands: steps.flatMap(step =>
      step.does === 'kubectl' ? [`${step.user}: ${step.command}`] : [],
    ),
  }));

describe('the example', () => {
  it.each(CLUSTERS)('%s is recorded as its story says', async cluster => {
    const story = readStory(await read(`story/${cluster}.yaml`));
    const recording: Recording = JSON.parse(
      await read(`recording/${cluster}/recording.json`),
    );
    expect(
      recording.chapters.map(({ name, commands }) => ({
        name,
        commands: commands
          .map(({ user, command }) => `${user}: ${command}`)
          .filter(command => !command.startsWith('argocd: ')),
      })),
    ).toEqual(commandsOf(story));
    const times = readChapterTimes(await read('story/chapters.yaml'));
    expect([...times.get(cluster)!.keys()]).toEqual(
      story.chapters.map(({ name }) => name),
    );
  });

  it('keeps its order at any time of day', async () => {
    const times = readChapterTimes(await read('story/chapters.yaml'));
    const commits = readHistory(await read('story/history.yaml'));
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      const now = new Date(2026, 5, 20, 0, minute);
      const moments = (chapters: Iterable<string>) =>
        [...chapters].map(name =>
          momentOf(times.get('prod-eu')!.get(name)!, now).getTime(),
        );
      for (const cluster of times.values()) {
        const order = [...cluster.values()].map(time =>
          momentOf(time, now).getTime(),
        );
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
      }
      const made = moments(commits.map(({ chapter }) => chapter)).map(
        (moment, i) => moment - commits[i].minutesBefore * 60_000,
      );
      expect(made).toEqual([...made].sort((a, b) => a - b));
    }
  });

  it('has a history that leads to its manifests, all of them YAML', async () => {
    const newest = await readTree(path.join(EXAMPLES, 'manifests'));
    const trees = treesOf(
      readHistory(await read('story/history.yaml')),
      newest,
    );
    for (const tree of trees) {
      for (const [file, text] of tree) {
        const objects = file.endsWith('.yaml') ? loadAll(text) : [];
        expect(objects).not.toContain(null);
      }
    }
  });

  it('holds no value of a Secret', async () => {
    const secrets: { items: object[] } = JSON.parse(
      await read('recording/prod-eu/snapshot/secrets.core.json'),
    );
    expect(secrets.items).toHaveLength(1);
    expect(Object.keys(secrets.items[0]).sort()).toEqual([
      'apiVersion',
      'kind',
      'metadata',
      'type',
    ]);
    const recorded = await readTree(path.join(EXAMPLES, 'recording'));
    const value = /DB_PASSWORD: (\S+)/.exec(await read('story/prod-eu.yaml'))!;
    for (const written of [
      value[1],
      Buffer.from(value[1]).toString('base64'),
    ]) {
      expect([...recorded.values()].join('')).not.toContain(written);
    }
  });

  it('reads a Secret at level Metadata, and says who scaled with the body', async () => {
    const events = (await readAudit('prod-eu')).map(({ line }) =>
      JSON.parse(line),
    );
    const reads = events.filter(
      ({ objectRef }) => objectRef?.resource === 'secrets',
    );
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.every(({ level }) => level === 'Metadata')).toBe(true);
    const scale = events.find(
      ({ user, objectRef, verb }) =>
        user.username === 'jane@example.com' &&
        objectRef?.subresource === 'scale' &&
        verb === 'patch',
    );
    expect(scale.requestObject).toEqual({ spec: { replicas: 5 } });
  });
});
