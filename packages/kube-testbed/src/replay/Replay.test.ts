import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Replay } from './Replay';
import { readAuditFile } from './readAuditFile';
import { readReplayOptions } from './replayOptions';

const event = (auditID: string, time: string) => ({
  text: JSON.stringify({ auditID, stageTimestamp: time }),
  time: Date.parse(time),
});

function portal(answers: { status: number; retryAfter?: string }[] = []) {
  const bodies: { at: number; items: { stageTimestamp: string }[] }[] = [];
  let now = Date.parse('2026-06-01T12:00:00Z');
  const replay = new Replay({
    clock: {
      now: () => now,
      sleep: async ms => {
        now += ms;
      },
    },
    post: async body => {
      const refused = answers.shift();
      if (refused) {
        return { ...refused, text: 'no' };
      }
      const { items } = JSON.parse(body.toString());
      bodies.push({ at: now, items });
      return {
        status: 200,
        text: JSON.stringify({
          stored: items.length - 1,
          duplicates: 1,
          quarantined: 0,
        }),
      };
    },
  });
  return { replay, bodies };
}

describe('Replay', () => {
  const events = [
    event('a', '2026-01-01T00:00:00.5Z'),
    event('b', '2026-01-01T00:00:30Z'),
    event('c', '2026-01-01T00:01:00Z'),
  ];

  it('posts in batches and adds up what the portal says', async () => {
    const { replay, bodies } = portal();
    const totals = await replay.run(events, { pace: Infinity, batch: 2 });
    expect(bodies.map(({ items }) => items.length)).toEqual([2, 1]);
    expect(totals).toEqual({
      posted: 3,
      stored: 1,
      duplicates: 2,
      quarantined: 0,
    });
  });

  it('keeps the distances of events at a pace', async () => {
    const { replay, bodies } = portal();
    await replay.run(events, { pace: 10, batch: 400 });
    const [first, ...rest] = bodies.map(({ at }) => at);
    expect(rest.map(at => at - first)).toEqual([2950, 5950]);
  });

  it('moves the newest event to now, and the others with it', async () => {
    const { replay, bodies } = portal();
    await replay.run(events, { pace: Infinity, batch: 400, retime: 'now' });
    expect(bodies[0].items.map(item => item.stageTimestamp)).toEqual([
      '2026-06-01T11:59:00.5Z',
      '2026-06-01T11:59:30Z',
      '2026-06-01T12:00:00Z',
    ]);
  });

  it('waits as long as the portal asks, and gives up on a refusal', async () => {
    const { replay, bodies } = portal([
      { status: 503, retryAfter: '3' },
      { status: 429, retryAfter: '2' },
    ]);
    await replay.run(events, { pace: Infinity, batch: 400 });
    expect(bodies[0].at - Date.parse('2026-06-01T12:00:00Z')).toBe(5000);
    const refusing = portal([{ status: 403 }]);
    await expect(
      refusing.replay.run(events, { pace: Infinity, batch: 400 }),
    ).rejects.toThrow('the portal answered 403: no');
  });
});

describe('readAuditFile', () => {
  it('reads gzipped and plain files, keeps bytes, and leaves bad JSON values to the portal', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'replay-'));
    const line =
      '{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"a","stage":"ResponseComplete","requestURI":"/api","verb":"get","user":{"username":"u"},"n":1e400,"stageTimestamp":"2026-01-01T00:00:00Z","requestReceivedTimestamp":"2026-01-01T00:00:00Z"}';
    const file = path.join(folder, 'audit.log.gz');
    await writeFile(file, gzipSync(`${line}\n{"kind":0}\nnot json\n`));
    const { events, unreadable } = await readAuditFile(file);
    expect(events.map(({ text }) => text)).toEqual([line, '{"kind":0}']);
    expect(events[0].time).toBe(Date.parse('2026-01-01T00:00:00Z'));
    expect(unreadable).toBe(1);
    await rm(folder, { recursive: true });
  });
});

describe('readReplayOptions', () => {
  it('reads pace and shift', () => {
    expect(
      readReplayOptions(['a.log', '--pace', '10x', '--retime=-2d']),
    ).toMatchObject({
      files: ['a.log'],
      cluster: 'prod-eu',
      pace: 10,
      retime: -172_800_000,
      batch: 400,
    });
    expect(readReplayOptions(['a']).pace).toBe(Infinity);
  });

  it.each([
    [[], /which FILE/],
    [['a', '--pace', 'fast'], /--pace/],
    [['a', '--retime', 'tomorrow'], /--retime/],
    [['a', '--batch', '0'], /--batch/],
  ])('refuses %j', (argv, message) => {
    expect(() => readReplayOptions(argv as string[])).toThrow(
      message as RegExp,
    );
  });
});
