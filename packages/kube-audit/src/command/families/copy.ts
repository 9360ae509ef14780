import { isGet } from '../absorb';
import type { Flag } from '../Draft';
import type { Request } from '../Request';
import type { Recogniser } from '../Session';
import { containerFlag, isStreamOf, on, podTargetOf } from './podTarget';

/** The two ways kubectl cp reads a path; the second when it resumes. */
function copiedPath(
  argv: string[],
): { path: string; resumed: boolean } | undefined {
  if (
    argv[0] === 'tar' &&
    argv[1] === 'cf' &&
    argv[2] === '-' &&
    argv.length === 4
  ) {
    return { path: argv[3], resumed: false };
  }
  const script = argv[0] === 'sh' && argv[1] === '-c' ? argv[2] ?? '' : '';
  const match = /^tar cf - (.*?) ?\| ?tail -c\+\d+$/.exec(script);
  return match
    ? { path: match[1].trim().replace(/^'(.*)'$/, '$1'), resumed: true }
    : undefined;
}

/** `kubectl cp POD:PATH LOCAL`: tar to standard output. */
export const copyFromPod: Recogniser = (session, r) => {
  const copied = isStreamOf(r, 'exec') && copiedPath(r.query.getAll('command'));
  if (!copied) {
    return;
  }
  const { reads } = podTargetOf(session, r);
  const tries = session
    .after(r)
    .filter(
      t =>
        isStreamOf(t, 'exec') &&
        t.name === r.name &&
        copiedPath(t.query.getAll('command'))?.path === copied.path,
    );
  session.find(
    {
      verb: 'cp',
      targets: [],
      words: [`${r.name}:${copied.path}`, '<local>'],
      flags: [
        ...(copied.resumed ? [['--retries', '<n>'] as Flag] : []),
        ...containerFlag(r.query),
      ],
      namespace: r.namespace,
      confidence: 'likely',
      missing: ['local path', ...(copied.resumed ? ['--retries'] : [])],
    },
    [r, ...reads, ...(copied.resumed ? tries : [])],
  );
};

/** `kubectl cp LOCAL POD:PATH`: is it a folder?, then tar from standard input. */
export const copyToPod: Recogniser = (session, r) => {
  if (!isStreamOf(r, 'exec')) {
    return;
  }
  const argv = r.query.getAll('command');
  const isProbe = argv[0] === 'test' && argv[1] === '-d' && argv.length === 3;
  const isUnpack = (t: Request) =>
    isStreamOf(t, 'exec') &&
    t.name === r.name &&
    t.query.get('command') === 'tar' &&
    on(t.query, 'stdin');
  const unpack = isUnpack(r) ? r : session.after(r, 10_000_000).find(isUnpack);
  if (!unpack || (!isProbe && unpack !== r)) {
    return;
  }
  const unpackArgv = unpack.query.getAll('command');
  const at = unpackArgv.indexOf('-C');
  const folder = at < 0 ? '<path>' : unpackArgv[at + 1];
  // The probe names the full destination, tar maybe only its parent.
  const path = isProbe ? argv[2] : folder;
  const { reads } = podTargetOf(session, r);
  const betweenReads = session
    .before(unpack)
    .filter(g => isGet(g) && g.name === r.name && g.resource === 'pods');
  session.find(
    {
      verb: 'cp',
      targets: [],
      words: ['<local>', `${r.name}:${path}`],
      flags: containerFlag(unpack.query),
      namespace: r.namespace,
      confidence: 'likely',
      missing: ['local path', 'whether -c was typed'],
    },
    [...new Set([r, ...reads, ...betweenReads, unpack])],
  );
};
